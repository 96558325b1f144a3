package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;

/** What the owner of an {@link Ikev1Session} must now do, in order. */
public sealed interface Ikev1Effect {

    /** Send this ISAKMP message; to and from port 4500 the owner puts the non-ESP marker before it (RFC 3948). */
    record Transmit(UdpEndpoint from, UdpEndpoint to, Octets message) implements Ikev1Effect {}

    /** Send the NAT keepalive, one octet 0xFF (RFC 3948, section 2.3). */
    record TransmitNatKeepalive(UdpEndpoint from, UdpEndpoint to) implements Ikev1Effect {}

    /** An IKE SA exists. The keys are for the evidence only. */
    record Phase1Up(
            Octets initiatorCookie,
            Octets responderCookie,
            boolean initiator,
            EncryptionAlgorithm encryption,
            HashAlgorithm hash,
            Octets encryptionKey,
            Octets skeyidA)
            implements Ikev1Effect {}

    record Phase1Down(Octets initiatorCookie, Octets responderCookie, String reason) implements Ikev1Effect {}

    /**
     * Take what comes in on this pair of ESP SAs; it carries nothing out before its {@link SaPairUp}. A responder knows
     * its pair with message 2 of quick mode, and the initiator may use it before message 3 arrives.
     */
    record SaPairInbound(SaPairUp pair) implements Ikev1Effect {}

    /**
     * Use this pair of ESP SAs. The newest pair carries outbound traffic; older ones stay for inbound until they go
     * down.
     *
     * @param udpEncapsulated whether ESP travels in UDP between {@code local} and {@code remote}
     */
    record SaPairUp(
            Selectors selectors,
            EncryptionAlgorithm encryption,
            IntegrityAlgorithm integrity,
            Sa inbound,
            Sa outbound,
            boolean udpEncapsulated,
            UdpEndpoint local,
            UdpEndpoint remote,
            Duration lifetime)
            implements Ikev1Effect {}

    /** One direction of a pair. */
    record Sa(int spi, Octets encryptionKey, Octets integrityKey) {}

    record SaPairDown(int inboundSpi, int outboundSpi, String reason) implements Ikev1Effect {}

    /** The peer no longer answers; the SAs go down by effects of their own. */
    record PeerDead() implements Ikev1Effect {}

    /** Something arrived or fell due and was deliberately not acted upon. */
    record Ignored(String reason) implements Ikev1Effect {}
}
