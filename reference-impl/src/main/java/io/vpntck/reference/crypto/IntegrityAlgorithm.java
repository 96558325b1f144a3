package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;

/**
 * A truncated HMAC, as ESP uses it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2404">RFC 2404</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4868">RFC 4868</a>
 */
public enum IntegrityAlgorithm {
    HMAC_SHA1_96(HashAlgorithm.SHA1, 12),
    HMAC_SHA2_256_128(HashAlgorithm.SHA2_256, 16);

    private final HashAlgorithm hash;
    private final int icvLength;

    IntegrityAlgorithm(HashAlgorithm hash, int icvLength) {
        this.hash = hash;
        this.icvLength = icvLength;
    }

    /** Key length in octets. */
    public int keyLength() {
        return hash.length();
    }

    /** Length of the integrity check value in octets. */
    public int icvLength() {
        return icvLength;
    }

    /** The HMAC whose first octets are the integrity check value. */
    public Hmac keyed(Octets key) {
        return hash.keyed(key);
    }

    public Octets icv(Octets key, Octets... parts) {
        return hash.hmac(key, parts).first(icvLength);
    }
}
