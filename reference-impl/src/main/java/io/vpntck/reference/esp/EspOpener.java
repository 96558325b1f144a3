package io.vpntck.reference.esp;

import io.vpntck.reference.crypto.CbcDecryption;
import io.vpntck.reference.crypto.Hmac;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;

/**
 * Verifies and decrypts with the keys of one SA, packet after packet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4303#section-3.4.4">RFC 4303, section 3.4.4</a>
 */
final class EspOpener {
    private final EspKeys keys;
    private final CbcDecryption decryption;
    private final Hmac hmac;
    private final byte[] header = new byte[EspHeader.LENGTH];

    EspOpener(EspKeys keys) {
        this.keys = keys;
        this.decryption = keys.encryption().decryption(keys.encryptionKey());
        this.hmac = keys.integrity().keyed(keys.integrityKey());
    }

    boolean isAuthentic(EspPacket packet) {
        Octets body = packet.body();
        int end = body.length() - keys.integrity().icvLength();
        if (end < 0) {
            return false;
        }
        EspHeader.put(header, packet.spi(), packet.sequence());
        byte[] expected =
                hmac.add(header, 0, EspHeader.LENGTH).add(body, 0, end).end();
        return begins(expected, body.from(end));
    }

    /** Takes as long whatever the octets are. */
    private static boolean begins(byte[] hmac, Octets icv) {
        int difference = 0;
        for (int i = 0; i < icv.length(); i++) {
            difference |= icv.at(i) ^ hmac[i] & 0xff;
        }
        return difference == 0;
    }

    /** Decrypts an authentic packet; the field of the exception is {@code Payload Data}, {@code Pad Length} or {@code Padding}. */
    EspPacket.Content open(EspPacket packet) throws MalformedMessageException {
        Octets body = packet.body();
        int block = keys.encryption().blockLength();
        int end = body.length() - keys.integrity().icvLength();
        int length = end - block;
        if (length <= 0 || length % block != 0) {
            throw new MalformedMessageException(
                    "Payload Data", 8, body.length() + " octets are no IV, whole blocks and ICV");
        }
        Octets clear = decryption.decrypt(body, end);
        int padding = clear.at(length - 2);
        if (padding > length - 2) {
            throw new MalformedMessageException("Pad Length", length - 2, padding + " in " + length + " octets");
        }
        int dataLength = length - 2 - padding;
        for (int i = 0; i < padding; i++) {
            if (clear.at(dataLength + i) != i + 1) {
                throw new MalformedMessageException("Padding", dataLength + i, "is " + clear.at(dataLength + i));
            }
        }
        return new EspPacket.Content(clear.at(length - 1), clear.first(dataLength));
    }
}
