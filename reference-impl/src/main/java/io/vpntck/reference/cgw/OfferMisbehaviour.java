package io.vpntck.reference.cgw;

import io.vpntck.reference.ikev1.AuthenticationMethod;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ikev1.Selectors;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the gateway's faults make of what it offers in both phases. */
record OfferMisbehaviour(Set<GatewayFault> faults) {
    private static final Duration DAY = Duration.ofDays(1);

    List<Phase1Proposal> phase1(List<Phase1Proposal> proposals) {
        return faults.contains(GatewayFault.OFFERS_SIGNATURES)
                ? proposals.stream()
                        .map(p -> new Phase1Proposal(
                                p.encryption(), p.hash(), p.group(), AuthenticationMethod.RSA_SIGNATURES))
                        .toList()
                : proposals;
    }

    List<Phase2Proposal> phase2(List<Phase2Proposal> proposals) {
        return faults.contains(GatewayFault.NO_PFS)
                ? proposals.stream()
                        .map(p -> new Phase2Proposal(p.encryption(), p.integrity(), Optional.empty()))
                        .toList()
                : proposals;
    }

    Duration phase1Lifetime(Duration lifetime) {
        return faults.contains(GatewayFault.LONG_PHASE_1) ? DAY : lifetime;
    }

    Duration phase2Lifetime(Duration lifetime) {
        return faults.contains(GatewayFault.LONG_PHASE_2) ? DAY : lifetime;
    }

    List<Selectors> selectors(Ipv4Prefix lan) {
        if (!faults.contains(GatewayFault.SA_PAIR_PER_SUBNET)) {
            return List.of(Selectors.ANY);
        }
        Ipv4Prefix low = new Ipv4Prefix(lan.network(), lan.length() + 1);
        Ipv4Prefix high = new Ipv4Prefix(lan.network().plus(1 << (31 - lan.length())), lan.length() + 1);
        return List.of(new Selectors(high, Ipv4Prefix.ALL), new Selectors(low, Ipv4Prefix.ALL));
    }
}
