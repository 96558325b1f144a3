package io.vpntck.reference.esp;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.security.MessageDigest;

/**
 * An ESP packet as it is on the wire.
 *
 * <pre>
 * |               Security Parameters Index (SPI)                 |
 * |                      Sequence Number                          |
 * ~              IV, then payload data and trailer                ~
 * ~              Integrity Check Value (ICV)                      ~
 * </pre>
 *
 * <p>Where the ICV begins depends on the SA, so {@code body} is taken apart only with its keys.
 *
 * @param sequence 0 to 2^32-1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4303#section-2">RFC 4303, section 2</a>
 */
public record EspPacket(int spi, long sequence, Octets body) {

    public static EspPacket decode(Octets octets) throws MalformedMessageException {
        OctetReader in = octets.reader();
        int spi = in.int32("SPI");
        long sequence = in.uint32("Sequence Number");
        return new EspPacket(spi, sequence, in.rest());
    }

    public Octets encode() {
        return Octets.concat(header(), body);
    }

    private Octets header() {
        return new OctetWriter(8).int32(spi).uint32(sequence).toOctets();
    }

    /** What was inside: the inner packet and the number of its protocol. */
    public record Content(int nextHeader, Octets data) {}

    /** Encrypts and authenticates {@code content}. */
    static EspPacket seal(EspKeys keys, long sequence, Octets iv, Content content) {
        int block = keys.encryption().blockLength();
        int padding = (block - (content.data.length() + 2) % block) % block;
        OctetWriter clear = new OctetWriter(content.data.length() + padding + 2).octets(content.data);
        // RFC 4303, section 2.4: the padding counts 1, 2, 3 …
        for (int i = 1; i <= padding; i++) {
            clear.uint8(i);
        }
        clear.uint8(padding).uint8(content.nextHeader);
        Octets ciphertext = keys.encryption().encrypt(keys.encryptionKey(), iv, clear.toOctets());
        EspPacket bare = new EspPacket(keys.spi(), sequence, Octets.concat(iv, ciphertext));
        Octets icv = keys.integrity().icv(keys.integrityKey(), bare.encode());
        return new EspPacket(keys.spi(), sequence, Octets.concat(bare.body, icv));
    }

    /** Whether the ICV is the one that these keys give. */
    public boolean isAuthentic(EspKeys keys) {
        int icvLength = keys.integrity().icvLength();
        if (body.length() < icvLength) {
            return false;
        }
        int end = body.length() - icvLength;
        Octets expected = keys.integrity().icv(keys.integrityKey(), header(), body.first(end));
        return MessageDigest.isEqual(expected.toByteArray(), body.from(end).toByteArray());
    }

    /** Decrypts an authentic packet. */
    public Content open(EspKeys keys) throws MalformedMessageException {
        EncryptionAlgorithm encryption = keys.encryption();
        IntegrityAlgorithm integrity = keys.integrity();
        int block = encryption.blockLength();
        int length = body.length() - block - integrity.icvLength();
        if (length <= 0 || length % block != 0) {
            throw new MalformedMessageException(
                    "Payload Data", 8, body.length() + " octets are no IV, whole blocks and ICV");
        }
        Octets clear = encryption.decrypt(keys.encryptionKey(), body.first(block), body.slice(block, block + length));
        int padding = clear.at(length - 2);
        if (padding > length - 2) {
            throw new MalformedMessageException("Pad Length", length - 2, padding + " in " + length + " octets");
        }
        int end = length - 2 - padding;
        for (int i = 0; i < padding; i++) {
            if (clear.at(end + i) != i + 1) {
                throw new MalformedMessageException("Padding", end + i, "is " + clear.at(end + i));
            }
        }
        return new Content(clear.at(length - 1), clear.first(end));
    }
}
