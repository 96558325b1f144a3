package io.vpntck.reference.vgw;

import static io.vpntck.reference.vgw.AwsAlgorithms.and;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ikev1.AuthenticationMethod;
import io.vpntck.reference.ikev1.Phase1Proposal;
import java.util.List;
import java.util.Set;

/** What the AWS side takes in a tunnel with the faults that it is told to commit. */
final class AlgorithmFaults {
    private static final List<EncryptionAlgorithm> OTHER_ENCRYPTION = List.of(
            EncryptionAlgorithm.DES_CBC,
            EncryptionAlgorithm.TRIPLE_DES_CBC,
            EncryptionAlgorithm.BLOWFISH_CBC,
            EncryptionAlgorithm.AES_192_CBC);

    private final Set<AwsSideFault> faults;

    private AlgorithmFaults(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    static AwsAlgorithms taken(TunnelEndpoint tunnel, Set<AwsSideFault> faults) {
        boolean narrow = tunnel.category() == Category.CLASSIC && !faults.contains(AwsSideFault.WIDER_CRYPTO_ON_CLASSIC)
                || faults.contains(AwsSideFault.NARROW_CRYPTO_ON_AWS_VPN)
                || tunnel.index() == 2 && faults.contains(AwsSideFault.NARROW_CRYPTO_IN_TUNNEL_2);
        return narrow ? AwsAlgorithms.CLASSIC : new AlgorithmFaults(faults).of(AwsAlgorithms.AWS_VPN);
    }

    static List<Phase1Proposal> phase1(AwsAlgorithms algorithms, Set<AwsSideFault> faults) {
        List<Phase1Proposal> right = algorithms.phase1();
        List<Phase1Proposal> signed = right.stream()
                .map(p -> new Phase1Proposal(p.encryption(), p.hash(), p.group(), AuthenticationMethod.RSA_SIGNATURES))
                .toList();
        return new AlgorithmFaults(faults).more(AwsSideFault.OTHER_AUTHENTICATION_IN_PHASE_1, right, signed);
    }

    private AwsAlgorithms of(AwsAlgorithms right) {
        return new AwsAlgorithms(
                less(
                        AwsSideFault.NO_AES_256_IN_PHASE_1,
                        more(AwsSideFault.OTHER_ENCRYPTION_IN_PHASE_1, right.encryption1(), OTHER_ENCRYPTION),
                        List.of(EncryptionAlgorithm.AES_256_CBC)),
                less(
                        AwsSideFault.NO_SHA_256_IN_PHASE_1,
                        more(
                                AwsSideFault.OTHER_HASHES_IN_PHASE_1,
                                right.hash1(),
                                List.of(HashAlgorithm.MD5, HashAlgorithm.SHA2_384, HashAlgorithm.SHA2_512)),
                        List.of(HashAlgorithm.SHA2_256)),
                groups1(right.group1()),
                less(
                        AwsSideFault.NO_AES_256_IN_PHASE_2,
                        more(AwsSideFault.OTHER_ENCRYPTION_IN_PHASE_2, right.encryption2(), OTHER_ENCRYPTION),
                        List.of(EncryptionAlgorithm.AES_256_CBC)),
                integrity2(right.integrity2()),
                less(
                        AwsSideFault.NO_GROUP_5_IN_PHASE_2,
                        more(AwsSideFault.OTHER_GROUPS_IN_PHASE_2, right.group2(), List.of(DhGroup.MODP_768)),
                        List.of(DhGroup.MODP_1536)));
    }

    private List<DhGroup> groups1(List<DhGroup> right) {
        List<DhGroup> groups =
                more(AwsSideFault.OTHER_GROUPS_IN_PHASE_1, right, List.of(DhGroup.MODP_768, DhGroup.MODP_1536));
        groups = less(
                AwsSideFault.NO_SUBGROUPS_IN_PHASE_1,
                groups,
                List.of(DhGroup.MODP_1024_160, DhGroup.MODP_2048_224, DhGroup.MODP_2048_256));
        return less(AwsSideFault.NO_GROUP_2_IN_PHASE_1, groups, List.of(DhGroup.MODP_1024));
    }

    private List<IntegrityAlgorithm> integrity2(List<IntegrityAlgorithm> right) {
        List<IntegrityAlgorithm> taken = more(
                AwsSideFault.OTHER_INTEGRITY_IN_PHASE_2,
                right,
                List.of(
                        IntegrityAlgorithm.HMAC_MD5_96,
                        IntegrityAlgorithm.HMAC_SHA2_384_192,
                        IntegrityAlgorithm.HMAC_SHA2_512_256));
        return less(
                AwsSideFault.SHORT_SHA_256,
                more(AwsSideFault.SHORT_SHA_256, taken, List.of(IntegrityAlgorithm.HMAC_SHA2_256_96)),
                List.of(IntegrityAlgorithm.HMAC_SHA2_256_128));
    }

    private <T> List<T> more(AwsSideFault fault, List<T> right, List<T> added) {
        return faults.contains(fault) ? and(right, added) : right;
    }

    private <T> List<T> less(AwsSideFault fault, List<T> right, List<T> removed) {
        return faults.contains(fault)
                ? right.stream().filter(t -> !removed.contains(t)).toList()
                : right;
    }
}
