package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.UdpEndpoint;
import java.util.List;

/**
 * How a main mode begins.
 *
 * @param proposals offered in this order
 * @param initialContact whether this side has no other SA with the peer, and says so
 */
record MainModeOpening(UdpEndpoint local, UdpEndpoint remote, List<Phase1Proposal> proposals, boolean initialContact) {
    /** The first one, between the ports of IKE. */
    static MainModeOpening first(Ikev1Policy policy, boolean initialContact) {
        return new MainModeOpening(
                new UdpEndpoint(policy.local(), Ikev1Session.IKE_PORT),
                new UdpEndpoint(policy.remote(), Ikev1Session.IKE_PORT),
                policy.phase1(),
                initialContact);
    }

    /** One that renews: from where the peer is, and with what was agreed before (RFC 3947, section 4). */
    static MainModeOpening renewing(IkeSa sa) {
        return new MainModeOpening(sa.local(), sa.remote(), List.of(sa.phase1().proposal()), false);
    }
}
