package io.vpntck.reference.isakmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first message between third-party daemons, with one field of its header or of its first payload changed. */
class IsakmpMessageTest {
    private static final Octets FIRST = first();

    private static Octets first() {
        try {
            return ThirdPartyRecording.STRONGSWAN_REKEY.load().isakmp().get(0).message();
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the recording", e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Flags, 19, 1",
        "Length, 27, 1",
        "Length, 25, 255",
        "RESERVED, 29, 1",
        "Payload Length, 31, 3",
        "Payload, 30, 16",
        "DOI, 35, 2",
        "Situation, 39, 2",
        "# of Transforms, 47, 9"
    })
    void refusesAndNamesTheField(String field, int offset, int value) {
        assertThatThrownBy(() -> IsakmpMessage.decode(FIRST.with(offset, value)).payloads())
                .isInstanceOfSatisfying(MalformedMessageException.class, e -> assertThat(e.field())
                        .isEqualTo(field));
    }

    @Test
    void refusesEveryTruncationOfEveryMessage() throws Exception {
        int refused = 0;
        for (Recording.Carried carried :
                ThirdPartyRecording.STRONGSWAN_NAT.load().isakmp()) {
            for (int length = 0; length < carried.message().length(); length++) {
                Octets cut = carried.message().first(length);
                assertThatThrownBy(() -> IsakmpMessage.decode(cut)).isInstanceOf(MalformedMessageException.class);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }
}
