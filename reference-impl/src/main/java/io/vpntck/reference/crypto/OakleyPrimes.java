package io.vpntck.reference.crypto;

import java.math.BigInteger;

/**
 * The primes of the groups 1, 2, 5 and 14 to 18, made as their documents define them: 64 ones at either end, and in
 * between the digits of pi, plus the least number that makes a safe prime.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-6.1">RFC 2409, sections 6.1 and 6.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3526#section-2">RFC 3526, sections 2 to 7</a>
 */
final class OakleyPrimes {
    private static final int MOST_BITS = 8192;
    /** Binary digits of pi behind those that are used, which rounding may spoil. */
    private static final int GUARD = 64;

    private static final BigInteger PI = pi(MOST_BITS + GUARD);

    private OakleyPrimes() {}

    /** 2^bits - 2^(bits-64) - 1 + 2^64 * (floor(2^(bits-130) * pi) + addend). */
    static BigInteger prime(int bits, long addend) {
        BigInteger digits = PI.shiftRight(MOST_BITS + GUARD - (bits - 130)).add(BigInteger.valueOf(addend));
        return BigInteger.ONE
                .shiftLeft(bits)
                .subtract(BigInteger.ONE.shiftLeft(bits - 64))
                .subtract(BigInteger.ONE)
                .add(digits.shiftLeft(64));
    }

    /** Pi times 2^bits, by Machin's formula: 16 arctan(1/5) - 4 arctan(1/239). */
    private static BigInteger pi(int bits) {
        return arctangentOfInverse(5, bits)
                .multiply(BigInteger.valueOf(16))
                .subtract(arctangentOfInverse(239, bits).multiply(BigInteger.valueOf(4)));
    }

    private static BigInteger arctangentOfInverse(int number, int bits) {
        BigInteger square = BigInteger.valueOf((long) number * number);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(number));
        BigInteger sum = power;
        for (int odd = 3; power.signum() != 0; odd += 2) {
            power = power.divide(square).negate();
            sum = sum.add(power.divide(BigInteger.valueOf(odd)));
        }
        return sum;
    }
}
