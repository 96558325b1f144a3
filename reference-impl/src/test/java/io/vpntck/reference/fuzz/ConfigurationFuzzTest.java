package io.vpntck.reference.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.configuration.NativeConfiguration;
import io.vpntck.reference.configuration.UnreadableConfigurationException;
import java.nio.charset.StandardCharsets;

/** The native XML document, which comes from a user's file. */
class ConfigurationFuzzTest {

    @FuzzTest
    void nativeConfiguration(byte[] data) {
        try {
            NativeConfiguration read = NativeConfiguration.read(new String(data, StandardCharsets.UTF_8));
            assertThat(read.tunnelsByOutsideAddress()).hasSize(2);
        } catch (UnreadableConfigurationException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void gatewayConfiguration(byte[] data) {
        try {
            assertThat(VpnConfiguration.parse(new String(data, StandardCharsets.UTF_8))
                            .tunnels())
                    .hasSize(2);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
