package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Diffie-Hellman modulo a prime.
 *
 * @param generator of the whole group of quadratic residues, or of the subgroup
 * @param order of the subgroup that the generator makes, where it is much smaller than the prime
 * @param exponentBits length of a private exponent, a multiple of eight; without a subgroup twice the group's strength
 */
record ModpGroup(BigInteger prime, BigInteger generator, Optional<BigInteger> order, int exponentBits) {
    /** Random bits beyond the order's, so that the remainder is as good as evenly spread (FIPS 186-4, B.1.1). */
    private static final int SURPLUS_BITS = 64;

    static ModpGroup safePrime(int bits, long addend, int exponentBits) {
        return new ModpGroup(OakleyPrimes.prime(bits, addend), BigInteger.TWO, Optional.empty(), exponentBits);
    }

    static ModpGroup withSubgroup(String prime, String generator, String order) {
        BigInteger q = new BigInteger(order, 16);
        return new ModpGroup(new BigInteger(prime, 16), new BigInteger(generator, 16), Optional.of(q), q.bitLength());
    }

    int length() {
        return prime.bitLength() / 8;
    }

    /** With the highest bit set where there is no subgroup; 1 to q-1 where there is one. */
    Octets privateValue(Entropy entropy) {
        if (order.isEmpty()) {
            Octets random = entropy.next(exponentBits / 8);
            return random.with(0, random.at(0) | 0x80);
        }
        BigInteger random = number(entropy.next((exponentBits + SURPLUS_BITS) / 8));
        BigInteger exponent = random.mod(order.get().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        return octets(exponent, exponentBits / 8);
    }

    Octets publicValue(Octets privateValue) {
        return octets(generator.modPow(number(privateValue), prime), length());
    }

    Octets sharedSecret(Octets privateValue, Octets peerPublicValue) {
        return octets(number(peerPublicValue).modPow(number(privateValue), prime), length());
    }

    boolean isValidPublicValue(Octets publicValue) {
        BigInteger value = number(publicValue);
        return publicValue.length() == length()
                && value.compareTo(BigInteger.TWO) >= 0
                && value.compareTo(prime.subtract(BigInteger.TWO)) <= 0
                && order.stream().allMatch(q -> value.modPow(q, prime).equals(BigInteger.ONE));
    }

    private static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toByteArray());
    }

    private static Octets octets(BigInteger value, int length) {
        byte[] digits = value.toByteArray();
        byte[] padded = new byte[length];
        int from = digits.length > length ? digits.length - length : 0;
        System.arraycopy(digits, from, padded, length - (digits.length - from), digits.length - from);
        return Octets.of(padded);
    }
}
