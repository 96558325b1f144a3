package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * A truncated HMAC, as ESP uses it.
 *
 * <p>{@link #HMAC_SHA2_256_96} is negotiated as HMAC-SHA-256-128 and cut too short, as some kernels once did.
 * {@link #NONE} can be offered, never used.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2404">RFC 2404</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4868">RFC 4868</a>
 */
public enum IntegrityAlgorithm {
    HMAC_SHA1_96(HashAlgorithm.SHA1, 12),
    HMAC_SHA2_256_128(HashAlgorithm.SHA2_256, 16),
    HMAC_SHA2_384_192(HashAlgorithm.SHA2_384, 24),
    HMAC_SHA2_512_256(HashAlgorithm.SHA2_512, 32),
    HMAC_MD5_96(HashAlgorithm.MD5, 12),
    HMAC_SHA2_256_96(HashAlgorithm.SHA2_256, 12),
    NONE;

    private final Optional<HashAlgorithm> hash;
    private final int icvLength;

    IntegrityAlgorithm(HashAlgorithm hash, int icvLength) {
        this.hash = Optional.of(hash);
        this.icvLength = icvLength;
    }

    IntegrityAlgorithm() {
        this.hash = Optional.empty();
        this.icvLength = 0;
    }

    /** Whether it gives an integrity check value. */
    public boolean isComputed() {
        return hash.isPresent();
    }

    /** Key length in octets. */
    public int keyLength() {
        return hash.map(HashAlgorithm::length).orElse(0);
    }

    /** Length of the integrity check value in octets. */
    public int icvLength() {
        return icvLength;
    }

    /** The HMAC whose first octets are the integrity check value. */
    public Hmac keyed(Octets key) {
        return computed().keyed(key);
    }

    public Octets icv(Octets key, Octets... parts) {
        return computed().hmac(key, parts).first(icvLength);
    }

    private HashAlgorithm computed() {
        return hash.orElseThrow(() -> new IllegalStateException("no integrity algorithm"));
    }
}
