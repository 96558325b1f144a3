package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import java.util.Set;

/** What the AWS side takes in a tunnel with the faults that it is told to commit. */
final class AlgorithmFaults {
    private AlgorithmFaults() {}

    static AwsAlgorithms taken(TunnelEndpoint tunnel, Set<AwsSideFault> faults) {
        boolean narrow = tunnel.category() == Category.CLASSIC && !faults.contains(AwsSideFault.WIDER_CRYPTO_ON_CLASSIC)
                || faults.contains(AwsSideFault.NARROW_CRYPTO_ON_AWS_VPN);
        return narrow ? AwsAlgorithms.CLASSIC : AwsAlgorithms.AWS_VPN;
    }
}
