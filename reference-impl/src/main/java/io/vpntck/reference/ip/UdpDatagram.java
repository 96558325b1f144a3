package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * A UDP datagram.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc768">RFC 768</a>
 */
public record UdpDatagram(int sourcePort, int destinationPort, Octets payload) {

    /** Decodes the payload of {@code packet}, a whole packet of protocol 17; a zero checksum is not verified. */
    public static UdpDatagram decode(Ipv4Packet packet) throws MalformedMessageException {
        Octets octets = packet.payload();
        OctetReader in = octets.reader();
        int sourcePort = in.uint16("Source Port");
        int destinationPort = in.uint16("Destination Port");
        int length = in.uint16("Length");
        int checksum = in.uint16("Checksum");
        if (length < 8 || length > octets.length()) {
            throw in.malformed("Length", length + " of " + octets.length() + " octets");
        }
        if (checksum != 0
                && InternetChecksum.of(
                                pseudoHeader(packet.source(), packet.destination(), length), octets.first(length))
                        != 0) {
            throw in.malformed("Checksum", "does not match");
        }
        return new UdpDatagram(sourcePort, destinationPort, in.octets("Payload", length - 8));
    }

    /** The datagram as the payload of a packet between these addresses, with its checksum. */
    public Octets encode(Ipv4Address source, Ipv4Address destination) {
        int length = 8 + payload.length();
        OctetWriter out = new OctetWriter(length);
        out.uint16(sourcePort).uint16(destinationPort).uint16(length).uint16(0).octets(payload);
        int checksum = InternetChecksum.of(pseudoHeader(source, destination, length), out.toOctets());
        // RFC 768: a computed checksum of zero is sent as all ones, zero means there is none.
        return out.patch16(6, checksum == 0 ? 0xffff : checksum).toOctets();
    }

    private static Octets pseudoHeader(Ipv4Address source, Ipv4Address destination, int length) {
        return new OctetWriter(12)
                .int32(source.bits())
                .int32(destination.bits())
                .uint8(0)
                .uint8(Ipv4Packet.UDP)
                .uint16(length)
                .toOctets();
    }
}
