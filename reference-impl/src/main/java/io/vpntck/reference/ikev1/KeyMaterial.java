package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.wire.Octets;

/**
 * KEYMAT: the keys of one ESP SA out of a quick mode.
 *
 * @param sharedSecret of the quick mode's own Diffie-Hellman exchange; empty octets without PFS
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.5">RFC 2409, section 5.5</a>
 */
record KeyMaterial(
        HashAlgorithm hash,
        Octets skeyidD,
        Octets sharedSecret,
        int protocol,
        Octets initiatorNonce,
        Octets responderNonce) {

    /** The first {@code length} octets for the SA whose receiver chose {@code spi}. */
    Octets forSpi(Octets spi, int length) {
        Octets seed = Octets.concat(
                sharedSecret, Octets.of(new byte[] {(byte) protocol}), spi, initiatorNonce, responderNonce);
        Octets block = hash.hmac(skeyidD, seed);
        Octets out = block;
        while (out.length() < length) {
            block = hash.hmac(skeyidD, block, seed);
            out = Octets.concat(out, block);
        }
        return out.first(length);
    }
}
