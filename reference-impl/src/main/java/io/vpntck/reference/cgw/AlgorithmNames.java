package io.vpntck.reference.cgw;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names of algorithms in the native XML, and in documents that a customer has changed.
 *
 * <p>AWS writes one name in each element. A customer who wants several offers writes them with commas, best first; every
 * combination is then a proposal, in that order.
 */
final class AlgorithmNames {
    private static final Map<String, EncryptionAlgorithm> ENCRYPTION = Map.of(
            "aes-128-cbc", EncryptionAlgorithm.AES_128_CBC,
            "aes-192-cbc", EncryptionAlgorithm.AES_192_CBC,
            "aes-256-cbc", EncryptionAlgorithm.AES_256_CBC,
            "3des-cbc", EncryptionAlgorithm.TRIPLE_DES_CBC,
            "des-cbc", EncryptionAlgorithm.DES_CBC,
            "blowfish-cbc", EncryptionAlgorithm.BLOWFISH_CBC,
            "aes-128-ctr", EncryptionAlgorithm.AES_128_CTR,
            "aes-128-gcm-16", EncryptionAlgorithm.AES_128_GCM_16,
            "null", EncryptionAlgorithm.NULL);
    private static final Map<String, HashAlgorithm> HASH = Map.of(
            "sha1", HashAlgorithm.SHA1,
            "sha2-256", HashAlgorithm.SHA2_256,
            "sha256", HashAlgorithm.SHA2_256,
            "sha2-384", HashAlgorithm.SHA2_384,
            "sha2-512", HashAlgorithm.SHA2_512,
            "md5", HashAlgorithm.MD5);
    private static final Map<String, IntegrityAlgorithm> INTEGRITY = Map.of(
            "hmac-sha1-96", IntegrityAlgorithm.HMAC_SHA1_96,
            "hmac-sha2-256-128", IntegrityAlgorithm.HMAC_SHA2_256_128,
            "hmac-sha2-256-96", IntegrityAlgorithm.HMAC_SHA2_256_96,
            "hmac-sha2-384-192", IntegrityAlgorithm.HMAC_SHA2_384_192,
            "hmac-sha2-512-256", IntegrityAlgorithm.HMAC_SHA2_512_256,
            "hmac-md5-96", IntegrityAlgorithm.HMAC_MD5_96,
            "none", IntegrityAlgorithm.NONE);
    private static final String GROUP = "group";
    private static final String NO_GROUP = "none";

    private AlgorithmNames() {}

    /**
     * What the three elements of {@code ike} say.
     *
     * @param text what the element of a name says
     * @throws IllegalArgumentException for a name that is unknown; the message has it
     */
    static List<Phase1Proposal> phase1(Function<String, String> text) {
        List<Phase1Proposal> proposals = new ArrayList<>();
        for (EncryptionAlgorithm encryption : encryption(text)) {
            for (HashAlgorithm hash : each(text, "authentication_protocol", n -> Optional.ofNullable(HASH.get(n)))) {
                for (Optional<DhGroup> group : groups(text)) {
                    proposals.add(new Phase1Proposal(
                            encryption, hash, group.orElseThrow(() -> unknown("perfect_forward_secrecy", NO_GROUP))));
                }
            }
        }
        return proposals;
    }

    /** As {@link #phase1}, of {@code ipsec}. */
    static List<Phase2Proposal> phase2(Function<String, String> text) {
        List<Phase2Proposal> proposals = new ArrayList<>();
        for (EncryptionAlgorithm encryption : encryption(text)) {
            for (IntegrityAlgorithm integrity :
                    each(text, "authentication_protocol", n -> Optional.ofNullable(INTEGRITY.get(n)))) {
                groups(text).forEach(group -> proposals.add(new Phase2Proposal(encryption, integrity, group)));
            }
        }
        return proposals;
    }

    private static List<EncryptionAlgorithm> encryption(Function<String, String> text) {
        return each(text, "encryption_protocol", name -> Optional.ofNullable(ENCRYPTION.get(name)));
    }

    private static List<Optional<DhGroup>> groups(Function<String, String> text) {
        return each(
                text,
                "perfect_forward_secrecy",
                name -> name.equals(NO_GROUP)
                        ? Optional.of(Optional.empty())
                        : Arrays.stream(DhGroup.values())
                                .filter(group -> name.equals(GROUP + group.id()))
                                .map(Optional::of)
                                .findFirst());
    }

    private static <T> List<T> each(
            Function<String, String> text, String element, Function<String, Optional<T>> meaning) {
        return Stream.of(text.apply(element).split(","))
                .map(String::trim)
                .map(name -> meaning.apply(name).orElseThrow(() -> unknown(element, name)))
                .toList();
    }

    private static IllegalArgumentException unknown(String element, String value) {
        return new IllegalArgumentException("<" + element + "> says " + value + ", which this gateway does not have");
    }
}
