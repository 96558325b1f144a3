package io.vpntck.reference.simulation;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Octets that follow from a seed and a name: SHA-256 of seed, name and a counter, block after block.
 *
 * <p>Each machine gets a source with a name of its own, so that one machine taking more octets does not change what
 * another one gets.
 */
public final class SeededEntropy implements Entropy {
    private final String prefix;
    private long counter;

    public SeededEntropy(long seed, String name) {
        this.prefix = seed + "/" + name + "/";
    }

    @Override
    public Octets next(int length) {
        byte[] out = new byte[length];
        for (int at = 0; at < length; at += 32) {
            byte[] block = block();
            System.arraycopy(block, 0, out, at, Math.min(32, length - at));
        }
        return Octets.of(out);
    }

    private byte[] block() {
        try {
            String input = prefix + counter++;
            return MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
