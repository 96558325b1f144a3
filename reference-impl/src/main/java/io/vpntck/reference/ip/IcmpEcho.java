package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * An ICMP echo request or reply.
 *
 * <pre>
 * |     Type      |     Code      |          Checksum             |
 * |           Identifier          |        Sequence Number        |
 * ~                             Data                              ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792">RFC 792, Echo or Echo Reply Message</a>
 */
public record IcmpEcho(boolean request, int identifier, int sequence, Octets data) {
    private static final int REPLY = 0;
    private static final int REQUEST = 8;

    /** Decodes the payload of {@code packet}, a whole packet of protocol 1; refuses every other ICMP type. */
    public static IcmpEcho decode(Ipv4Packet packet) throws MalformedMessageException {
        OctetReader in = packet.payload().reader();
        int type = in.uint8("Type");
        if (type != REPLY && type != REQUEST) {
            throw in.malformed("Type", type + " is no echo");
        }
        int code = in.uint8("Code");
        if (code != 0) {
            throw in.malformed("Code", "is " + code);
        }
        in.uint16("Checksum");
        if (InternetChecksum.of(packet.payload()) != 0) {
            throw in.malformed("Checksum", "does not match");
        }
        int identifier = in.uint16("Identifier");
        int sequence = in.uint16("Sequence Number");
        return new IcmpEcho(type == REQUEST, identifier, sequence, in.octets("Data", in.remaining()));
    }

    public Octets encode() {
        OctetWriter out = new OctetWriter(8 + data.length());
        out.uint8(request ? REQUEST : REPLY)
                .uint8(0)
                .uint16(0)
                .uint16(identifier)
                .uint16(sequence)
                .octets(data);
        return out.patch16(2, InternetChecksum.of(out.toOctets())).toOctets();
    }

    /** The reply that RFC 792 asks for: same identifier, sequence number and data. */
    public IcmpEcho reply() {
        return new IcmpEcho(false, identifier, sequence, data);
    }

    /** What the host that {@code packet} was sent to answers; empty when it is no whole, well-formed echo request. */
    public static Optional<Ipv4Packet> answerTo(Ipv4Packet packet) {
        if (packet.protocol() != Ipv4Packet.ICMP || packet.isFragment()) {
            return Optional.empty();
        }
        try {
            IcmpEcho echo = decode(packet);
            return echo.request()
                    ? Optional.of(Ipv4Packet.of(
                            packet.destination(),
                            packet.source(),
                            Ipv4Packet.ICMP,
                            echo.reply().encode()))
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
