package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * An IPv4 packet. Options are kept as octets.
 *
 * <pre>
 * |Version|  IHL  |Type of Service|          Total Length         |
 * |         Identification        |Flags|      Fragment Offset    |
 * |  Time to Live |    Protocol   |         Header Checksum       |
 * |                         Source Address                        |
 * |                      Destination Address                      |
 * ~                            Options                            ~
 * ~                            Payload                            ~
 * </pre>
 *
 * @param fragmentOffset in units of eight octets, 0 to 8191
 * @see <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791, section 3.1</a>
 */
public record Ipv4Packet(
        int typeOfService,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        int timeToLive,
        int protocol,
        Ipv4Address source,
        Ipv4Address destination,
        Octets options,
        Octets payload) {
    public static final int ICMP = 1;
    public static final int IPV4 = 4;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ESP = 50;

    public Ipv4Packet {
        if (options.length() % 4 != 0 || options.length() > 40) {
            throw new IllegalArgumentException(options.length() + " octets of options");
        }
        if (20 + options.length() + payload.length() > 0xffff) {
            throw new IllegalArgumentException("payload of " + payload.length() + " octets");
        }
    }

    /** A whole packet with the time to live 64, without options, that may be fragmented. */
    public static Ipv4Packet of(Ipv4Address source, Ipv4Address destination, int protocol, Octets payload) {
        return new Ipv4Packet(0, 0, false, false, 0, 64, protocol, source, destination, Octets.EMPTY, payload);
    }

    /** Decodes a packet; octets behind its total length (link layer padding) are dropped. */
    public static Ipv4Packet decode(Octets octets) throws MalformedMessageException {
        OctetReader in = octets.reader();
        int versionAndLength = in.uint8("Version");
        if (versionAndLength >>> 4 != 4) {
            throw in.malformed("Version", "is " + (versionAndLength >>> 4));
        }
        int headerLength = (versionAndLength & 0xf) * 4;
        int typeOfService = in.uint8("Type of Service");
        int totalLength = in.uint16("Total Length");
        if (headerLength < 20 || totalLength < headerLength || totalLength > octets.length()) {
            throw in.malformed(
                    "Total Length",
                    totalLength + " with a header of " + headerLength + " in " + octets.length() + " octets");
        }
        int identification = in.uint16("Identification");
        int flagsAndOffset = in.uint16("Flags");
        int timeToLive = in.uint8("Time to Live");
        int protocol = in.uint8("Protocol");
        in.uint16("Header Checksum");
        Ipv4Address source = new Ipv4Address(in.int32("Source Address"));
        Ipv4Address destination = new Ipv4Address(in.int32("Destination Address"));
        Octets options = in.octets("Options", headerLength - 20);
        if (InternetChecksum.of(octets.first(headerLength)) != 0) {
            throw in.malformed("Header Checksum", "does not match");
        }
        Octets payload = in.octets("Payload", totalLength - headerLength);
        return new Ipv4Packet(
                typeOfService,
                identification,
                (flagsAndOffset & 0x4000) != 0,
                (flagsAndOffset & 0x2000) != 0,
                flagsAndOffset & 0x1fff,
                timeToLive,
                protocol,
                source,
                destination,
                options,
                payload);
    }

    public Octets encode() {
        OctetWriter out = new OctetWriter(20 + options.length() + payload.length());
        out.uint8(0x40 | (20 + options.length()) / 4)
                .uint8(typeOfService)
                .uint16(20 + options.length() + payload.length())
                .uint16(identification)
                .uint16((dontFragment ? 0x4000 : 0) | (moreFragments ? 0x2000 : 0) | fragmentOffset)
                .uint8(timeToLive)
                .uint8(protocol)
                .uint16(0)
                .int32(source.bits())
                .int32(destination.bits())
                .octets(options);
        out.patch16(10, InternetChecksum.of(out.toOctets()));
        return out.octets(payload).toOctets();
    }

    /** Total length in octets. */
    public int totalLength() {
        return 20 + options.length() + payload.length();
    }

    public boolean isFragment() {
        return moreFragments || fragmentOffset != 0;
    }

    public Ipv4Packet withTimeToLive(int value) {
        return new Ipv4Packet(
                typeOfService,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                value,
                protocol,
                source,
                destination,
                options,
                payload);
    }

    public Ipv4Packet withIdentification(int value) {
        return new Ipv4Packet(
                typeOfService,
                value,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                protocol,
                source,
                destination,
                options,
                payload);
    }

    /** This packet with another place in the whole and another payload: a fragment of it, or what fragments make. */
    Ipv4Packet part(int offset, boolean more, Octets part) {
        return new Ipv4Packet(
                typeOfService,
                identification,
                dontFragment,
                more,
                offset,
                timeToLive,
                protocol,
                source,
                destination,
                options,
                part);
    }

    /** This packet between other addresses, with a payload whose checksums fit them: what a NAT device makes of it. */
    public Ipv4Packet readdressed(Ipv4Address newSource, Ipv4Address newDestination, Octets newPayload) {
        return new Ipv4Packet(
                typeOfService,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                protocol,
                newSource,
                newDestination,
                options,
                newPayload);
    }
}
