package io.vpntck.reference.live;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.wire.Octets;
import java.security.SecureRandom;

/** The system's cryptographic random source. */
final class SystemEntropy implements Entropy {
    private final SecureRandom random = new SecureRandom();

    @Override
    public Octets next(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.of(octets);
    }
}
