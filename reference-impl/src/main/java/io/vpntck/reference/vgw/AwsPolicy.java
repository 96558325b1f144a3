package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.NatTraversal;
import io.vpntck.reference.ikev1.Selectors;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the AWS side negotiates: it answers main mode, takes what {@link AwsAlgorithms} says, quick mode with perfect
 * forward secrecy only; no NAT traversal on AWS Classic VPN connections.
 *
 * <p>Values of the Amazon VPC Network Administrator Guide, "Requirements for Your Customer Gateway" (2018-09).
 */
final class AwsPolicy {
    private AwsPolicy() {}

    static Ikev1Policy of(TunnelEndpoint tunnel, Set<AwsSideFault> faults) {
        return of(tunnel, List.of(), faults);
    }

    /** @param otherKeys pre-shared keys that are taken beside the tunnel's own */
    static Ikev1Policy of(TunnelEndpoint tunnel, List<Octets> otherKeys, Set<AwsSideFault> faults) {
        boolean classic = tunnel.category() == Category.CLASSIC;
        AwsAlgorithms algorithms = AlgorithmFaults.taken(tunnel, faults);
        Ikev1Policy.Role role =
                faults.contains(AwsSideFault.AWS_SIDE_INITIATES) ? Ikev1Policy.Role.EITHER : Ikev1Policy.Role.RESPONDER;
        return new Ikev1Policy(
                role,
                Ikev1Policy.Phase1Mode.MAIN,
                tunnel.outsideAddress(),
                tunnel.customerGateway(),
                tunnel.outsideAddress(),
                faults.contains(AwsSideFault.DEMANDS_REGISTERED_IDENTITY)
                        ? Optional.of(tunnel.customerGateway())
                        : Optional.empty(),
                Octets.ofUtf8(tunnel.preSharedKey()),
                AlgorithmFaults.phase1(algorithms, faults),
                algorithms.phase2(),
                Duration.ofSeconds(28_800),
                Duration.ofSeconds(3_600),
                List.of(Selectors.ANY),
                Duration.ofSeconds(10),
                faults.contains(AwsSideFault.GIVES_UP_AT_FIRST_SILENCE) ? 1 : 3,
                natTraversal(classic, faults),
                AwsConduct.of(role, faults).taking(otherKeys));
    }

    private static NatTraversal natTraversal(boolean classic, Set<AwsSideFault> faults) {
        boolean offered = !classic && !faults.contains(AwsSideFault.IGNORES_NAT)
                || faults.contains(AwsSideFault.NAT_TRAVERSAL_ON_CLASSIC);
        return offered ? NatTraversal.ON : NatTraversal.OFF;
    }
}
