package io.vpntck.steps.dataplane;

import io.vpntck.reference.isakmp.Transform;
import java.util.Map;

/**
 * The words that the features have for algorithms: what the native XML calls them, and what they are on the wire.
 *
 * <p>Numbers of the registries for ISAKMP and IPsec of IANA; written here a second time, apart from the reference's own.
 */
final class AlgorithmWords {
    private static final Map<String, String> ENCRYPTION = Map.ofEntries(
            Map.entry("AES-128", "aes-128-cbc"),
            Map.entry("AES-192", "aes-192-cbc"),
            Map.entry("AES-256", "aes-256-cbc"),
            Map.entry("3DES", "3des-cbc"),
            Map.entry("DES", "des-cbc"),
            Map.entry("Blowfish", "blowfish-cbc"),
            Map.entry("AES-128-CTR", "aes-128-ctr"),
            Map.entry("AES-128-GCM", "aes-128-gcm-16"),
            Map.entry("NULL", "null"));
    private static final Map<String, String> HASH =
            Map.of("SHA-1", "sha1", "SHA-256", "sha2-256", "SHA-384", "sha2-384", "SHA-512", "sha2-512", "MD5", "md5");
    private static final Map<String, String> INTEGRITY = Map.of(
            "SHA-1", "hmac-sha1-96",
            "SHA-256", "hmac-sha2-256-128",
            "SHA-256-96", "hmac-sha2-256-96",
            "SHA-384", "hmac-sha2-384-192",
            "SHA-512", "hmac-sha2-512-256",
            "MD5", "hmac-md5-96",
            "none", "none");
    private static final Map<Long, String> PHASE_1_CIPHERS = Map.of(1L, "DES", 3L, "Blowfish", 5L, "3DES", 7L, "AES-");
    private static final Map<Long, String> PHASE_1_HASHES =
            Map.of(1L, "MD5", 2L, "SHA-1", 4L, "SHA-256", 5L, "SHA-384", 6L, "SHA-512");
    private static final Map<Long, String> PHASE_2_CIPHERS =
            Map.of(2L, "DES", 3L, "3DES", 7L, "Blowfish", 11L, "NULL", 12L, "AES-", 13L, "AES-CTR", 20L, "AES-GCM");
    private static final Map<Long, String> PHASE_2_HASHES =
            Map.of(1L, "MD5", 2L, "SHA-1", 5L, "SHA-256", 6L, "SHA-384", 7L, "SHA-512");

    private AlgorithmWords() {}

    /** The name of a cipher in the document. */
    static String encryption(String word) {
        return known(ENCRYPTION, word);
    }

    /** The name of a hash in the part of this phase. */
    static String hash(int phase, String word) {
        return known(phase == 1 ? HASH : INTEGRITY, word);
    }

    /** {@code 14} or {@code none}. */
    static String group(String word) {
        return word.equals("none") ? word : "group" + word;
    }

    private static String known(Map<String, String> names, String word) {
        String name = names.get(word);
        if (name == null) {
            throw new IllegalArgumentException("the features have no algorithm named " + word);
        }
        return name;
    }

    /** A transform of phase 1 in words, such as {@code AES-256, SHA-256, group 14} (RFC 2409, appendix A). */
    static String phase1(Transform transform) {
        return words(
                PHASE_1_CIPHERS.getOrDefault(number(transform, 1), "cipher " + number(transform, 1)),
                number(transform, 14),
                PHASE_1_HASHES.getOrDefault(number(transform, 2), "hash " + number(transform, 2)),
                number(transform, 4));
    }

    /** A transform of ESP in words (RFC 2407, sections 4.4.4 and 4.5). */
    static String phase2(Transform transform) {
        long cipher = transform.transformId();
        return words(
                PHASE_2_CIPHERS.getOrDefault(cipher, "cipher " + cipher),
                number(transform, 6),
                PHASE_2_HASHES.getOrDefault(number(transform, 5), "hash " + number(transform, 5)),
                number(transform, 3));
    }

    private static String words(String cipher, long keyBits, String hash, long group) {
        return (cipher.endsWith("-") ? cipher + keyBits : cipher) + ", " + hash + ", group " + group;
    }

    private static long number(Transform transform, int attributeType) {
        return transform.attribute(attributeType).orElse(0);
    }
}
