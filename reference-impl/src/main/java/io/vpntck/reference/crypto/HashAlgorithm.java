package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** A hash function and its HMAC, which is the PRF of IKEv1 (RFC 2409, section 4). */
public enum HashAlgorithm {
    SHA1("SHA-1", 20),
    SHA2_256("SHA-256", 32),
    SHA2_384("SHA-384", 48),
    SHA2_512("SHA-512", 64),
    MD5("MD5", 16);

    private final String digestName;
    private final int length;

    HashAlgorithm(String digestName, int length) {
        this.digestName = digestName;
        this.length = length;
    }

    /** Length of the digest in octets. */
    public int length() {
        return length;
    }

    public Octets digest(Octets... parts) {
        try {
            return Octets.of(MessageDigest.getInstance(digestName)
                    .digest(Octets.concat(parts).toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + digestName, e);
        }
    }

    /** HMAC (RFC 2104) over {@code parts} in a row; the key has at least one octet. */
    public Octets hmac(Octets key, Octets... parts) {
        Hmac hmac = keyed(key);
        for (Octets part : parts) {
            hmac.add(part, 0, part.length());
        }
        return Octets.of(hmac.end());
    }

    /** The HMAC with a key of at least one octet, for many messages. */
    public Hmac keyed(Octets key) {
        // FIPS 180-4, figure 1: blocks of 512 bits up to SHA-256, of 1,024 above; MD5 has 512.
        return new Hmac(digestName, length > 32 ? 128 : 64, key);
    }
}
