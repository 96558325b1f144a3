package io.vpntck.reference.esp;

import io.vpntck.reference.crypto.CbcCipher;
import io.vpntck.reference.crypto.Hmac;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;

/**
 * Encrypts and authenticates with the keys of one SA, packet after packet.
 *
 * <p>The clear text is laid out in an array that the next packet uses again, so that only the packet itself is
 * allocated anew.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4303#section-3.3.2">RFC 4303, section 3.3.2</a>
 */
final class EspSealer {
    private final EspKeys keys;
    private final CbcCipher cipher;
    private final Hmac hmac;
    private byte[] clear = new byte[2_048];

    EspSealer(EspKeys keys) {
        this.keys = keys;
        this.cipher = keys.encryption().encryptor(keys.encryptionKey());
        this.hmac = keys.integrity().keyed(keys.integrityKey());
    }

    /** A whole packet in tunnel mode, with SPI and sequence number. */
    Octets seal(long sequence, Octets iv, Ipv4Packet inner) {
        reserve(inner.totalLength());
        inner.encodeTo(clear, 0);
        return seal(sequence, iv, Ipv4Packet.IPV4, inner.totalLength());
    }

    /** As above, with any content. */
    Octets seal(long sequence, Octets iv, EspPacket.Content content) {
        reserve(content.data().length());
        content.data().copyTo(clear, 0);
        return seal(sequence, iv, content.nextHeader(), content.data().length());
    }

    private void reserve(int length) {
        int most = length + keys.encryption().blockLength() + 2;
        if (clear.length < most) {
            clear = new byte[most];
        }
    }

    private Octets seal(long sequence, Octets iv, int nextHeader, int length) {
        int block = keys.encryption().blockLength();
        int padding = (block - (length + 2) % block) % block;
        // RFC 4303, section 2.4: the padding counts 1, 2, 3 …
        for (int i = 1; i <= padding; i++) {
            clear[length + i - 1] = (byte) i;
        }
        clear[length + padding] = (byte) padding;
        clear[length + padding + 1] = (byte) nextHeader;
        int text = length + padding + 2;
        int icvLength = keys.integrity().icvLength();
        return Octets.filled(EspHeader.LENGTH + block + text + icvLength, out -> {
            EspHeader.put(out, keys.spi(), sequence);
            iv.copyTo(out, EspHeader.LENGTH);
            cipher.run(iv, clear, 0, text, out, EspHeader.LENGTH + block);
            int end = EspHeader.LENGTH + block + text;
            System.arraycopy(hmac.add(out, 0, end).end(), 0, out, end, icvLength);
        });
    }
}
