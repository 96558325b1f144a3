package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.List;

/**
 * NAT-D payloads: what this side says of itself and of its peer, and what the peer's say.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3947#section-3.2">RFC 3947, section 3.2</a>
 */
record NatDetection(HashAlgorithm hash, Octets initiatorCookie, Octets responderCookie) {

    /** Which side of the path has a NAT device before it. */
    record Finding(boolean thisSideBehindNat, boolean peerBehindNat) {
        static final Finding NONE = new Finding(false, false);

        /** What a side goes by that pretends to be behind a NAT device. */
        Finding forced() {
            return new Finding(true, peerBehindNat);
        }

        boolean any() {
            return thisSideBehindNat || peerBehindNat;
        }
    }

    /** The hash of the destination comes first, then that of the source. */
    List<Payload> payloads(UdpEndpoint local, UdpEndpoint remote) {
        return payloads(local, remote, false);
    }

    /**
     * As above.
     *
     * @param forced whether the source's is to match nothing, so that the peer finds this side behind a NAT device
     */
    List<Payload> payloads(UdpEndpoint local, UdpEndpoint remote, boolean forced) {
        Octets source = forced ? hash.digest(initiatorCookie, responderCookie) : hash(local);
        return List.of(new NatDiscoveryPayload(hash(remote)), new NatDiscoveryPayload(source));
    }

    Finding judge(List<NatDiscoveryPayload> received, UdpEndpoint local, UdpEndpoint remote) {
        if (received.size() < 2) {
            return Finding.NONE;
        }
        boolean thisSide = !received.get(0).hash().equals(hash(local));
        Octets seenSource = hash(remote);
        boolean peer =
                received.stream().skip(1).noneMatch(payload -> payload.hash().equals(seenSource));
        return new Finding(thisSide, peer);
    }

    private Octets hash(UdpEndpoint endpoint) {
        Octets port = new OctetWriter(2).uint16(endpoint.port()).toOctets();
        return hash.digest(initiatorCookie, responderCookie, endpoint.address().octets(), port);
    }
}
