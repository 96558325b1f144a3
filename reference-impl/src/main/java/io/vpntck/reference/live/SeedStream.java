package io.vpntck.reference.live;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.wire.Octets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Octets that follow from a secret seed: SHA-256 of the seed and a counter, block after block. */
final class SeedStream implements Entropy {
    private final Octets seed;
    private long counter;

    SeedStream(Octets seed) {
        this.seed = seed;
    }

    @Override
    public Octets next(int length) {
        ByteBuffer out = ByteBuffer.allocate(length);
        while (out.hasRemaining()) {
            byte[] block = block();
            out.put(block, 0, Math.min(block.length, out.remaining()));
        }
        return Octets.of(out.array());
    }

    private byte[] block() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed.toByteArray());
            return digest.digest(
                    ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
