package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that is sent again until it is answered: after 2, 4, 8, 16 and 32 s, and given up another 32 s later.
 *
 * @param transmissions how often it was sent
 * @param deadline when it is due again, or given up
 */
record Retransmission(UdpEndpoint from, UdpEndpoint to, Octets message, int transmissions, Instant deadline) {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(32),
            Duration.ofSeconds(32));

    static Retransmission first(UdpEndpoint from, UdpEndpoint to, Octets message, Instant now) {
        return new Retransmission(from, to, message, 1, now.plus(PAUSES.get(0)));
    }

    boolean isDue(Instant now) {
        return !now.isBefore(deadline);
    }

    /** The state after sending it once more; empty when it has been sent often enough. */
    Optional<Retransmission> again() {
        return transmissions == PAUSES.size()
                ? Optional.empty()
                : Optional.of(new Retransmission(
                        from, to, message, transmissions + 1, deadline.plus(PAUSES.get(transmissions))));
    }

    Ikev1Effect.Transmit transmit() {
        return new Ikev1Effect.Transmit(from, to, message);
    }
}
