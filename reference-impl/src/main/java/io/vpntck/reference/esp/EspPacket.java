package io.vpntck.reference.esp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

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
        return Octets.concat(new OctetWriter(8).int32(spi).uint32(sequence).toOctets(), body);
    }

    /** What was inside: the inner packet and the number of its protocol. */
    public record Content(int nextHeader, Octets data) {}

    /** Whether the ICV is the one that these keys give. For many packets of one SA, see {@link InboundSa}. */
    public boolean isAuthentic(EspKeys keys) {
        return new EspOpener(keys).isAuthentic(this);
    }

    /** Decrypts an authentic packet. */
    public Content open(EspKeys keys) throws MalformedMessageException {
        return new EspOpener(keys).open(this);
    }
}
