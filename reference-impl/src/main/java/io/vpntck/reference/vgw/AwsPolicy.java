package io.vpntck.reference.vgw;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.Category;
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
 * What the AWS side takes: main mode with AES-128/256, SHA-1/SHA-256, groups 2 and 14, and quick mode with PFS only;
 * on AWS Classic VPN connections AES-128, SHA-1 and group 2 alone, without NAT traversal.
 *
 * <p>Values of the Amazon VPC Network Administrator Guide, "Requirements for Your Customer Gateway" (2018-09).
 */
final class AwsPolicy {
    private static final Phase1Proposal CLASSIC_PHASE_1 =
            new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024);
    private static final Phase2Proposal CLASSIC_PHASE_2 = new Phase2Proposal(
            EncryptionAlgorithm.AES_128_CBC, IntegrityAlgorithm.HMAC_SHA1_96, Optional.of(DhGroup.MODP_1024));

    private AwsPolicy() {}

    static Ikev1Policy of(TunnelEndpoint tunnel, Set<AwsSideFault> faults) {
        boolean classic = tunnel.category() == Category.CLASSIC;
        boolean narrow = classic && !faults.contains(AwsSideFault.WIDER_CRYPTO_ON_CLASSIC)
                || faults.contains(AwsSideFault.NARROW_CRYPTO_ON_AWS_VPN);
        return new Ikev1Policy(
                faults.contains(AwsSideFault.AWS_SIDE_INITIATES) ? Ikev1Policy.Role.EITHER : Ikev1Policy.Role.RESPONDER,
                Ikev1Policy.Phase1Mode.MAIN,
                tunnel.outsideAddress(),
                tunnel.customerGateway(),
                tunnel.outsideAddress(),
                Optional.empty(),
                Octets.ofUtf8(tunnel.preSharedKey()),
                narrow ? List.of(CLASSIC_PHASE_1) : phase1(),
                narrow ? List.of(CLASSIC_PHASE_2) : phase2(),
                Duration.ofSeconds(28_800),
                Duration.ofSeconds(3_600),
                List.of(Selectors.ANY),
                Duration.ofSeconds(10),
                3,
                !classic || faults.contains(AwsSideFault.NAT_TRAVERSAL_ON_CLASSIC));
    }

    private static List<Phase1Proposal> phase1() {
        List<Phase1Proposal> proposals = new ArrayList<>();
        for (EncryptionAlgorithm encryption : EncryptionAlgorithm.values()) {
            for (DhGroup group : DhGroup.values()) {
                for (HashAlgorithm hash : HashAlgorithm.values()) {
                    proposals.add(new Phase1Proposal(encryption, hash, group));
                }
            }
        }
        return proposals;
    }

    private static List<Phase2Proposal> phase2() {
        List<Phase2Proposal> proposals = new ArrayList<>();
        for (EncryptionAlgorithm encryption : EncryptionAlgorithm.values()) {
            for (DhGroup group : DhGroup.values()) {
                for (IntegrityAlgorithm integrity : IntegrityAlgorithm.values()) {
                    proposals.add(new Phase2Proposal(encryption, integrity, Optional.of(group)));
                }
            }
        }
        return proposals;
    }
}
