package io.vpntck.reference.vgw;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The algorithms that the AWS side takes in one tunnel; every combination of them is a proposal that it takes.
 *
 * <p>Values of the Amazon VPC Network Administrator Guide (2018-09): "Requirements for Your Customer Gateway", and for
 * the groups the notes in the generic configuration text.
 */
record AwsAlgorithms(
        List<EncryptionAlgorithm> encryption1,
        List<HashAlgorithm> hash1,
        List<DhGroup> group1,
        List<EncryptionAlgorithm> encryption2,
        List<IntegrityAlgorithm> integrity2,
        List<DhGroup> group2) {

    /** The one combination of AWS Classic VPN, and of the documents that are handed out. */
    static final AwsAlgorithms CLASSIC = new AwsAlgorithms(
            List.of(EncryptionAlgorithm.AES_128_CBC),
            List.of(HashAlgorithm.SHA1),
            List.of(DhGroup.MODP_1024),
            List.of(EncryptionAlgorithm.AES_128_CBC),
            List.of(IntegrityAlgorithm.HMAC_SHA1_96),
            List.of(DhGroup.MODP_1024));

    private static final List<EncryptionAlgorithm> AES =
            List.of(EncryptionAlgorithm.AES_128_CBC, EncryptionAlgorithm.AES_256_CBC);
    private static final List<DhGroup> GROUPS = List.of(
            DhGroup.MODP_1024,
            DhGroup.MODP_2048,
            DhGroup.MODP_3072,
            DhGroup.MODP_4096,
            DhGroup.MODP_6144,
            DhGroup.MODP_8192,
            DhGroup.MODP_1024_160,
            DhGroup.MODP_2048_224,
            DhGroup.MODP_2048_256);

    /** What AWS VPN takes; group 5 in phase 2 only. */
    static final AwsAlgorithms AWS_VPN = new AwsAlgorithms(
            AES,
            List.of(HashAlgorithm.SHA1, HashAlgorithm.SHA2_256),
            GROUPS,
            AES,
            List.of(IntegrityAlgorithm.HMAC_SHA1_96, IntegrityAlgorithm.HMAC_SHA2_256_128),
            and(GROUPS, List.of(DhGroup.MODP_1536)));

    AwsAlgorithms {
        encryption1 = List.copyOf(encryption1);
        hash1 = List.copyOf(hash1);
        group1 = List.copyOf(group1);
        encryption2 = List.copyOf(encryption2);
        integrity2 = List.copyOf(integrity2);
        group2 = List.copyOf(group2);
    }

    static <T> List<T> and(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    List<Phase1Proposal> phase1() {
        List<Phase1Proposal> proposals = new ArrayList<>();
        for (EncryptionAlgorithm encryption : encryption1) {
            for (DhGroup group : group1) {
                hash1.forEach(hash -> proposals.add(new Phase1Proposal(encryption, hash, group)));
            }
        }
        return proposals;
    }

    /** None without a group: perfect forward secrecy is required. */
    List<Phase2Proposal> phase2() {
        List<Phase2Proposal> proposals = new ArrayList<>();
        for (EncryptionAlgorithm encryption : encryption2) {
            for (DhGroup group : group2) {
                integrity2.forEach(
                        integrity -> proposals.add(new Phase2Proposal(encryption, integrity, Optional.of(group))));
            }
        }
        return proposals;
    }
}
