package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HMAC with one key, for many messages: octets are added, and the end of a message begins the next.
 *
 * <p>Not for two threads at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
public final class Hmac {
    private final Mac mac;

    Hmac(String name, Octets key) {
        try {
            mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key.toByteArray(), name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + name, e);
        }
    }

    public Hmac add(byte[] bytes, int offset, int length) {
        mac.update(bytes, offset, length);
        return this;
    }

    /** Adds octets {@code from} (inclusive) to {@code to} (exclusive) of {@code part}. */
    public Hmac add(Octets part, int from, int to) {
        part.feed(from, to, mac::update);
        return this;
    }

    /** Adds four octets in network order. */
    public Hmac addInt32(int value) {
        mac.update((byte) (value >>> 24));
        mac.update((byte) (value >>> 16));
        mac.update((byte) (value >>> 8));
        mac.update((byte) value);
        return this;
    }

    /** The HMAC of what was added since the last end, in full. */
    public byte[] end() {
        return mac.doFinal();
    }
}
