package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
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
        if ((typeOfService | timeToLive | protocol) >>> 8 != 0
                || identification >>> 16 != 0
                || fragmentOffset >>> 13 != 0) {
            throw new IllegalArgumentException("a header field is wider than its place");
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
        return Octets.filled(totalLength(), bytes -> encodeTo(bytes, 0));
    }

    /** Writes this packet into {@code target}, which has {@link #totalLength} octets from {@code offset} on. */
    public void encodeTo(byte[] target, int offset) {
        int headerLength = 20 + options.length();
        put16(target, offset, 0x4000 | headerLength / 4 << 8 | typeOfService);
        put16(target, offset + 2, totalLength());
        put16(target, offset + 4, identification);
        put16(target, offset + 6, (dontFragment ? 0x4000 : 0) | (moreFragments ? 0x2000 : 0) | fragmentOffset);
        put16(target, offset + 8, timeToLive << 8 | protocol);
        put16(target, offset + 10, 0);
        put16(target, offset + 12, source.bits() >>> 16);
        put16(target, offset + 14, source.bits() & 0xffff);
        put16(target, offset + 16, destination.bits() >>> 16);
        put16(target, offset + 18, destination.bits() & 0xffff);
        options.copyTo(target, offset + 20);
        put16(target, offset + 10, InternetChecksum.of(target, offset, headerLength));
        payload.copyTo(target, offset + headerLength);
    }

    private static void put16(byte[] target, int offset, int value) {
        target[offset] = (byte) (value >>> 8);
        target[offset + 1] = (byte) value;
    }

    /** Total length in octets. */
    public int totalLength() {
        return 20 + options.length() + payload.length();
    }

    public boolean isFragment() {
        return moreFragments || fragmentOffset != 0;
    }

    public Ipv4Packet withTimeToLive(int value) {
        return with(typeOfService, identification, dontFragment, value, payload);
    }

    public Ipv4Packet withIdentification(int value) {
        return with(typeOfService, value, dontFragment, timeToLive, payload);
    }

    public Ipv4Packet withTypeOfService(int value) {
        return with(value, identification, dontFragment, timeToLive, payload);
    }

    public Ipv4Packet withDontFragment(boolean value) {
        return with(typeOfService, identification, value, timeToLive, payload);
    }

    /** Between other addresses; a checksum in the payload that covers addresses is left as it is. */
    public Ipv4Packet withAddresses(Ipv4Address from, Ipv4Address to) {
        return readdressed(from, to, payload);
    }

    public Ipv4Packet withPayload(Octets value) {
        return with(typeOfService, identification, dontFragment, timeToLive, value);
    }

    private Ipv4Packet with(int tos, int id, boolean df, int ttl, Octets content) {
        return new Ipv4Packet(
                tos, id, df, moreFragments, fragmentOffset, ttl, protocol, source, destination, options, content);
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
