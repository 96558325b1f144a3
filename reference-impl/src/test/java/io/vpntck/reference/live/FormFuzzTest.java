package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Form text of a request to the EC2 API. */
class FormFuzzTest {

    @FuzzTest
    void form(byte[] data) {
        try {
            Map<String, String> values = FormDecoder.decode(new String(data, StandardCharsets.UTF_8));
            assertThat(values).doesNotContainKey("");
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
