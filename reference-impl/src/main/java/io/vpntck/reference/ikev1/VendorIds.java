package io.vpntck.reference.ikev1;

import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.VendorIdPayload;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** The vendor ids that mean something here, and which of them a peer has shown. */
record VendorIds(boolean deadPeerDetection, boolean natTraversal) {
    /** RFC 3706, section 5.1, version 1.0. */
    private static final Octets DPD = Octets.ofHex("afcad71368a1f1c96b8696fc77570100");
    /** RFC 3947, section 3.1: the MD5 of "RFC 3947". */
    private static final Octets NAT_TRAVERSAL = Octets.ofHex("4a131c81070358455c5728f20e95452f");

    static VendorIds of(PayloadChain payloads) {
        List<Octets> shown = payloads.all(VendorIdPayload.class).stream()
                .map(VendorIdPayload::data)
                .toList();
        return new VendorIds(shown.contains(DPD), shown.contains(NAT_TRAVERSAL));
    }

    static List<Payload> payloads(Ikev1Policy policy) {
        return payloads(policy, policy.natTraversal().offered());
    }

    /** @param natTraversal whether it is offered here, where a responder answers only a peer that has offered it */
    static List<Payload> payloads(Ikev1Policy policy, boolean natTraversal) {
        List<Payload> payloads = new ArrayList<>();
        if (!policy.conduct().has(Conduct.Departure.NO_DEAD_PEER_DETECTION)) {
            payloads.add(new VendorIdPayload(DPD));
        }
        if (natTraversal) {
            payloads.add(new VendorIdPayload(NAT_TRAVERSAL));
        }
        return payloads;
    }
}
