package io.vpntck.reference.live;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The clock and the randomness of all accounts: while an input is dealt with, time stands still and the octets come from the
 * input's seed, so that the same input can be dealt with again. Used on the driver's thread.
 */
final class InputScope implements Entropy {
    private final Entropy system;
    private Instant moment;
    private Entropy source;

    InputScope(Entropy system) {
        this.system = system;
        this.source = system;
    }

    Instant now() {
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public Octets next(int length) {
        return source.next(length);
    }

    <T> T with(Instant at, Octets seed, Supplier<T> input) {
        moment = at;
        source = new SeedStream(seed);
        try {
            return input.get();
        } finally {
            moment = null;
            source = system;
        }
    }
}
