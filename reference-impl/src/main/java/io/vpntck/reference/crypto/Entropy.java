package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;

/** Where nonces, cookies, SPIs, IVs and private exponents come from: seeded in simulation, the system's when live. */
@FunctionalInterface
public interface Entropy {
    Octets next(int length);
}
