package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * Time Exceeded, "time to live exceeded in transit": how a router tells of a packet that it may not forward.
 *
 * <pre>
 * |   Type = 11   |   Code = 0    |           Checksum            |
 * |                             unused                            |
 * ~      Internet header and the first 64 bits of its data        ~
 * </pre>
 *
 * @param original the beginning of the packet that was dropped
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792">RFC 792, page 6</a>
 */
public record IcmpTimeExceeded(Octets original) {

    /** Decodes the payload of {@code packet}, a whole packet of protocol 1; refuses every other ICMP message. */
    public static IcmpTimeExceeded decode(Ipv4Packet packet) throws MalformedMessageException {
        OctetReader in = packet.payload().reader();
        int type = in.uint8("Type");
        int code = in.uint8("Code");
        if (type != IcmpErrors.TIME_EXCEEDED || code != 0) {
            throw in.malformed("Type", "type " + type + " code " + code);
        }
        in.uint16("Checksum");
        if (InternetChecksum.of(packet.payload()) != 0) {
            throw in.malformed("Checksum", "does not match");
        }
        in.uint32("unused");
        return new IcmpTimeExceeded(in.rest());
    }

    public Octets encode() {
        OctetWriter out = new OctetWriter(8 + original.length());
        out.uint8(IcmpErrors.TIME_EXCEEDED).uint8(0).uint16(0).uint32(0).octets(original);
        return out.patch16(2, InternetChecksum.of(out.toOctets())).toOctets();
    }

    /**
     * What a router with the address {@code from} tells the sender of a packet whose time to live is over; empty where
     * nothing may be told.
     */
    public static Optional<Ipv4Packet> about(Ipv4Packet dropped, Ipv4Address from) {
        return IcmpErrors.quoted(dropped)
                .map(quoted ->
                        Ipv4Packet.of(from, dropped.source(), Ipv4Packet.ICMP, new IcmpTimeExceeded(quoted).encode()));
    }
}
