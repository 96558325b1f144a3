package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MainModeResponderTest {
    static MainModeResponder responder(Octets first, UdpEndpoint origin, Instant now) {
        try {
            return MainModeResponder.accept(
                            TwoSessions.responder().policy(),
                            new TwoSessions.CountingEntropy(7),
                            IsakmpMessage.decode(first),
                            origin,
                            now)
                    .orElseThrow();
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void knowsWhatItHasAnswered() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        Octets first = two.wire().get(0);
        MainModeResponder responder = responder(first, TwoSessions.INITIATOR_500, two.now());
        assertThat(responder.reachesInitiator()).isFalse();
        assertThat(responder.replies().replyTo(first)).isEqualTo(Optional.of(responder.answer()));
        assertThat(responder.replies().knows(two.wire().get(2))).isFalse();
    }
}
