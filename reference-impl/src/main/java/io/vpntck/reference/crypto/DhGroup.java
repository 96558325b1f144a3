package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The Diffie-Hellman groups over primes, by their number in IKE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-6.2">RFC 2409, section 6.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3526#section-3">RFC 3526, section 3</a>
 */
public enum DhGroup {
    // Private exponents of twice the group's strength: RFC 3526, section 8 (80 and 112 bits).
    MODP_1024(
            2,
            160,
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF"),
    MODP_2048(
            14,
            256,
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
                    + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                    + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
                    + "15728E5A8AACAA68FFFFFFFFFFFFFFFF");

    private static final BigInteger GENERATOR = BigInteger.TWO;

    private final int id;
    private final int exponentBits;
    private final BigInteger prime;

    DhGroup(int id, int exponentBits, String primeHex) {
        this.id = id;
        this.exponentBits = exponentBits;
        this.prime = new BigInteger(primeHex, 16);
    }

    public static Optional<DhGroup> ofId(int id) {
        return Arrays.stream(values()).filter(group -> group.id == id).findFirst();
    }

    public int id() {
        return id;
    }

    /** Length of a public value and of a shared secret in octets. */
    public int length() {
        return prime.bitLength() / 8;
    }

    /** A private exponent as long as the group's strength calls for. */
    public Octets privateValue(Entropy entropy) {
        Octets random = entropy.next(exponentBits / 8);
        return random.with(0, random.at(0) | 0x80);
    }

    public Octets publicValue(Octets privateValue) {
        return fixedLength(GENERATOR.modPow(new BigInteger(1, privateValue.toByteArray()), prime));
    }

    /**
     * The shared secret, as long as the prime.
     *
     * @throws IllegalArgumentException if {@code peerPublicValue} is not in 2..p-2; see {@link #isValidPublicValue}
     */
    public Octets sharedSecret(Octets privateValue, Octets peerPublicValue) {
        if (!isValidPublicValue(peerPublicValue)) {
            throw new IllegalArgumentException("not a public value of " + this);
        }
        return fixedLength(new BigInteger(1, peerPublicValue.toByteArray())
                .modPow(new BigInteger(1, privateValue.toByteArray()), prime));
    }

    /** Whether the value has the group's length and lies in 2..p-2 (RFC 6989, section 2.1). */
    public boolean isValidPublicValue(Octets publicValue) {
        BigInteger value = new BigInteger(1, publicValue.toByteArray());
        return publicValue.length() == length()
                && value.compareTo(BigInteger.TWO) >= 0
                && value.compareTo(prime.subtract(BigInteger.TWO)) <= 0;
    }

    private Octets fixedLength(BigInteger value) {
        byte[] digits = value.toByteArray();
        byte[] padded = new byte[length()];
        int from = digits.length > padded.length ? digits.length - padded.length : 0;
        System.arraycopy(digits, from, padded, padded.length - (digits.length - from), digits.length - from);
        return Octets.of(padded);
    }
}
