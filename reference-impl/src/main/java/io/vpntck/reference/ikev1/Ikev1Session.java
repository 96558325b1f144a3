package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All IKE and ESP SAs of one side of one tunnel, and the exchanges that make, renew and close them. */
public final class Ikev1Session {

    public Ikev1Session(Ikev1Policy policy, Entropy entropy) {}

    /** Makes what is missing of an IKE SA and one SA pair for each selector; nothing when all is there or under way. */
    public List<Ikev1Effect> initiate(Instant now) {
        return List.of();
    }

    /** Takes an ISAKMP message (without the non-ESP marker) that came from {@code remote} to {@code local}. */
    public List<Ikev1Effect> receive(UdpEndpoint local, UdpEndpoint remote, Octets message, Instant now) {
        return List.of();
    }

    /** Notes that an authentic ESP packet of the peer came in: a sign of life for DPD. */
    public void heard(Instant now) {}

    public List<Ikev1Effect> tick(Instant now) {
        return List.of();
    }

    public Optional<Instant> wakeAt() {
        return Optional.empty();
    }

    /** Deletes the ESP SAs and then the IKE SAs, telling the peer. */
    public List<Ikev1Effect> close(Instant now) {
        return List.of();
    }
}
