package io.vpntck.reference.vgw;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ikev1.Selectors;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the AWS side takes: main mode with AES-128/256, SHA-1/SHA-256, groups 2 and 14, and quick mode with PFS only.
 *
 * <p>Values of the Amazon VPC Network Administrator Guide, "Requirements for Your Customer Gateway" (2018-09).
 */
final class AwsPolicy {
    private AwsPolicy() {}

    static Ikev1Policy of(TunnelEndpoint tunnel, Set<AwsSideFault> faults) {
        List<Phase1Proposal> phase1 = new ArrayList<>();
        List<Phase2Proposal> phase2 = new ArrayList<>();
        for (EncryptionAlgorithm encryption : EncryptionAlgorithm.values()) {
            for (DhGroup group : DhGroup.values()) {
                for (HashAlgorithm hash : HashAlgorithm.values()) {
                    phase1.add(new Phase1Proposal(encryption, hash, group));
                }
                for (IntegrityAlgorithm integrity : IntegrityAlgorithm.values()) {
                    phase2.add(new Phase2Proposal(encryption, integrity, Optional.of(group)));
                }
            }
        }
        return new Ikev1Policy(
                faults.contains(AwsSideFault.AWS_SIDE_INITIATES) ? Ikev1Policy.Role.EITHER : Ikev1Policy.Role.RESPONDER,
                Ikev1Policy.Phase1Mode.MAIN,
                tunnel.outsideAddress(),
                tunnel.customerGateway(),
                tunnel.outsideAddress(),
                Optional.empty(),
                Octets.ofUtf8(tunnel.preSharedKey()),
                phase1,
                phase2,
                Duration.ofSeconds(28_800),
                Duration.ofSeconds(3_600),
                List.of(Selectors.ANY),
                Duration.ofSeconds(10),
                3,
                true);
    }
}
