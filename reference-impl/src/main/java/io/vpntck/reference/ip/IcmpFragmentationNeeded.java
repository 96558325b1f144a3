package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * Destination Unreachable, "fragmentation needed and DF set": how a router refuses a packet that is too large.
 *
 * <pre>
 * |   Type = 3    |   Code = 4    |           Checksum            |
 * |           unused = 0          |         Next-Hop MTU          |
 * ~      Internet header and the first 64 bits of its data        ~
 * </pre>
 *
 * @param nextHopMtu in octets, IP header included; 0 from a router that does not say
 * @param original the beginning of the packet that was refused
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1191#section-4">RFC 1191, section 4</a>
 */
public record IcmpFragmentationNeeded(int nextHopMtu, Octets original) {
    private static final int FRAGMENTATION_NEEDED = 4;

    /** Decodes the payload of {@code packet}, a whole packet of protocol 1; refuses every other ICMP message. */
    public static IcmpFragmentationNeeded decode(Ipv4Packet packet) throws MalformedMessageException {
        OctetReader in = packet.payload().reader();
        int type = in.uint8("Type");
        int code = in.uint8("Code");
        if (type != IcmpErrors.DESTINATION_UNREACHABLE || code != FRAGMENTATION_NEEDED) {
            throw in.malformed("Type", "type " + type + " code " + code);
        }
        in.uint16("Checksum");
        if (InternetChecksum.of(packet.payload()) != 0) {
            throw in.malformed("Checksum", "does not match");
        }
        in.uint16("unused");
        return new IcmpFragmentationNeeded(in.uint16("Next-Hop MTU"), in.rest());
    }

    public Octets encode() {
        OctetWriter out = new OctetWriter(8 + original.length());
        out.uint8(IcmpErrors.DESTINATION_UNREACHABLE)
                .uint8(FRAGMENTATION_NEEDED)
                .uint16(0)
                .uint16(0)
                .uint16(nextHopMtu)
                .octets(original);
        return out.patch16(2, InternetChecksum.of(out.toOctets())).toOctets();
    }

    /**
     * What a router with the address {@code from} tells the sender of a packet that is too large; empty where nothing
     * may be told.
     */
    public static Optional<Ipv4Packet> about(Ipv4Packet tooLarge, int mtu, Ipv4Address from) {
        return IcmpErrors.quoted(tooLarge)
                .map(quoted -> new IcmpFragmentationNeeded(mtu, quoted).encode())
                .map(message -> Ipv4Packet.of(from, tooLarge.source(), Ipv4Packet.ICMP, message));
    }
}
