package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * An HMAC with one key, for many messages: octets are added, and the end of a message begins the next.
 *
 * <p>The two blocks that depend on the key alone are hashed once, and their states copied for each message; the JDK's
 * own HMAC hashes them each time. Not for two threads at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104#section-4">RFC 2104, section 4</a>
 */
public final class Hmac {
    private final MessageDigest innerStart;
    private final MessageDigest outerStart;
    private MessageDigest inner;

    /** @param blockLength of the hash function, in octets */
    Hmac(String digestName, int blockLength, Octets key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("an HMAC without a key");
        }
        try {
            innerStart = MessageDigest.getInstance(digestName);
            outerStart = MessageDigest.getInstance(digestName);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + digestName, e);
        }
        byte[] block = new byte[blockLength];
        (key.length() > blockLength ? Octets.of(innerStart.digest(key.toByteArray())) : key).copyTo(block, 0);
        innerStart.update(mixed(block, 0x36));
        outerStart.update(mixed(block, 0x5c));
        inner = copy(innerStart);
    }

    private static byte[] mixed(byte[] block, int pad) {
        byte[] mixed = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            mixed[i] = (byte) (block[i] ^ pad);
        }
        return mixed;
    }

    public Hmac add(byte[] bytes, int offset, int length) {
        inner.update(bytes, offset, length);
        return this;
    }

    /** Adds octets {@code from} (inclusive) to {@code to} (exclusive) of {@code part}. */
    public Hmac add(Octets part, int from, int to) {
        part.feed(from, to, inner::update);
        return this;
    }

    /** The HMAC of what was added since the last end, in full. */
    public byte[] end() {
        byte[] hash = inner.digest();
        inner = copy(innerStart);
        MessageDigest outer = copy(outerStart);
        outer.update(hash);
        return outer.digest();
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the state of " + digest.getAlgorithm() + " cannot be copied", e);
        }
    }
}
