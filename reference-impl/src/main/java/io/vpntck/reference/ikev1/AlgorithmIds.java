package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;

/**
 * The numbers of algorithms on the wire.
 *
 * @see <a href="https://www.iana.org/assignments/ipsec-registry">IANA, IKE attributes</a>
 * @see <a href="https://www.iana.org/assignments/isakmp-registry">IANA, ESP transforms and SA attributes</a>
 */
final class AlgorithmIds {
    private AlgorithmIds() {}

    /** @throws IllegalArgumentException for a cipher that IKE has no number for */
    static int ofPhase1(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case DES_CBC -> 1;
            case BLOWFISH_CBC -> 3;
            case TRIPLE_DES_CBC -> 5;
            case AES_128_CBC, AES_192_CBC, AES_256_CBC -> 7;
            case AES_128_CTR, AES_128_GCM_16, NULL ->
                throw new IllegalArgumentException("phase 1 knows no " + encryption);
        };
    }

    /** The transform of ESP. */
    static int ofPhase2(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case DES_CBC -> 2;
            case TRIPLE_DES_CBC -> 3;
            case BLOWFISH_CBC -> 7;
            case NULL -> 11;
            case AES_128_CBC, AES_192_CBC, AES_256_CBC -> 12;
            case AES_128_CTR -> 13;
            case AES_128_GCM_16 -> 20;
        };
    }

    /** What the key length attribute says, in bits; 0 where a cipher of one key length has none. */
    static int keyBits(EncryptionAlgorithm encryption) {
        return switch (encryption) {
            case AES_128_CBC, AES_128_CTR, AES_128_GCM_16, BLOWFISH_CBC -> 128;
            case AES_192_CBC -> 192;
            case AES_256_CBC -> 256;
            case DES_CBC, TRIPLE_DES_CBC, NULL -> 0;
        };
    }

    static int of(HashAlgorithm hash) {
        return switch (hash) {
            case MD5 -> 1;
            case SHA1 -> 2;
            case SHA2_256 -> 4;
            case SHA2_384 -> 5;
            case SHA2_512 -> 6;
        };
    }

    /** The authentication algorithm attribute; 0 where there is none. */
    static int of(IntegrityAlgorithm integrity) {
        return switch (integrity) {
            case HMAC_MD5_96 -> 1;
            case HMAC_SHA1_96 -> 2;
            case HMAC_SHA2_256_128, HMAC_SHA2_256_96 -> 5;
            case HMAC_SHA2_384_192 -> 6;
            case HMAC_SHA2_512_256 -> 7;
            case NONE -> 0;
        };
    }
}
