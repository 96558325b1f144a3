package io.vpntck.containers;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Proposals in strongSwan's keywords.
 *
 * @see <a href="https://docs.strongswan.org/docs/latest/config/proposals.html">strongSwan, cipher suites</a>
 */
final class StrongswanProposals {
    private StrongswanProposals() {}

    static String phase1(List<Phase1Proposal> proposals) {
        return proposals.stream()
                .map(p -> cipher(p.encryption()) + "-" + hash(p.hash()) + "-" + group(p.group()))
                .collect(Collectors.joining(", "));
    }

    static String phase2(List<Phase2Proposal> proposals) {
        return proposals.stream().map(StrongswanProposals::phase2).collect(Collectors.joining(", "));
    }

    private static String phase2(Phase2Proposal proposal) {
        return cipher(proposal.encryption())
                + integrity(proposal.integrity())
                + proposal.group().map(group -> "-" + group(group)).orElse("");
    }

    /** Whether the kernel must cut HMAC-SHA-256 to 96 bits; a switch of its own, not a proposal. */
    static boolean shortSha256(List<Phase2Proposal> proposals) {
        return proposals.stream().anyMatch(p -> p.integrity() == IntegrityAlgorithm.HMAC_SHA2_256_96);
    }

    private static String cipher(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case AES_128_CBC -> "aes128";
            case AES_192_CBC -> "aes192";
            case AES_256_CBC -> "aes256";
            case TRIPLE_DES_CBC -> "3des";
            case DES_CBC -> "des";
            case BLOWFISH_CBC -> "blowfish128";
            case AES_128_CTR -> "aes128ctr";
            case AES_128_GCM_16 -> "aes128gcm16";
            case NULL -> "null";
        };
    }

    private static String hash(HashAlgorithm hash) {
        return switch (hash) {
            case SHA1 -> "sha1";
            case SHA2_256 -> "sha256";
            case SHA2_384 -> "sha384";
            case SHA2_512 -> "sha512";
            case MD5 -> "md5";
        };
    }

    private static String integrity(IntegrityAlgorithm integrity) {
        return switch (integrity) {
            case HMAC_SHA1_96 -> "-sha1";
            case HMAC_SHA2_256_128, HMAC_SHA2_256_96 -> "-sha256";
            case HMAC_SHA2_384_192 -> "-sha384";
            case HMAC_SHA2_512_256 -> "-sha512";
            case HMAC_MD5_96 -> "-md5";
            case NONE -> "";
        };
    }

    private static String group(DhGroup group) {
        return switch (group) {
            case MODP_1024_160 -> "modp1024s160";
            case MODP_2048_224 -> "modp2048s224";
            case MODP_2048_256 -> "modp2048s256";
            case ECP_192 -> "ecp192";
            case ECP_224 -> "ecp224";
            case ECP_256 -> "ecp256";
            case ECP_384 -> "ecp384";
            case ECP_521 -> "ecp521";
            case MODP_768, MODP_1024, MODP_1536, MODP_2048, MODP_3072, MODP_4096, MODP_6144, MODP_8192 ->
                "modp" + group.length() * 8;
        };
    }
}
