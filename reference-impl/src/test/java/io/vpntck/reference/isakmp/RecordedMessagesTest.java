package io.vpntck.reference.isakmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of third-party daemons, read and written again octet for octet; their insides are opened in {@code ikev1}. */
class RecordedMessagesTest {

    /** Counted by tshark as well: {@code -Y isakmp}, {@code -Y "isakmp && !isakmp.flag_e == 1"}. */
    @ParameterizedTest(name = "{0}: {1} messages, {2} in clear")
    @CsvSource({"STRONGSWAN_REKEY, 38, 12", "STRONGSWAN_NAT, 44, 16", "LIBRESWAN, 27, 8"})
    void readsAndRewritesEveryMessage(ThirdPartyRecording which, int count, int inClear) throws Exception {
        int clear = 0;
        int all = 0;
        for (Recording.Carried carried : which.load().isakmp()) {
            IsakmpMessage message = IsakmpMessage.decode(carried.message());
            assertThat(message.encode()).isEqualTo(carried.message());
            all++;
            if (!message.header().encrypted()) {
                clear++;
                PayloadChain payloads = message.payloads();
                assertThat(payloads.padding().isEmpty()).isTrue();
                assertThat(payloads.encode()).isEqualTo(message.body());
                assertThat(IsakmpMessage.clear(
                                        message.header().initiatorCookie(),
                                        message.header().responderCookie(),
                                        message.header().exchangeType().orElseThrow(),
                                        message.header().messageId(),
                                        payloads.payloads())
                                .encode())
                        .as("built anew out of its payloads")
                        .isEqualTo(carried.message());
            }
        }
        assertThat(all).isEqualTo(count);
        assertThat(clear).isEqualTo(inClear);
    }
}
