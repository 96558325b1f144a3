package io.vpntck.reference.ip;

import io.vpntck.reference.wire.InternetChecksum;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * A TCP segment. Options are kept as octets, padded to whole words.
 *
 * <pre>
 * |          Source Port          |       Destination Port        |
 * |                        Sequence Number                        |
 * |                    Acknowledgment Number                      |
 * | Offs. |       |     Flags     |            Window             |
 * |           Checksum            |         Urgent Pointer        |
 * ~                     Options, then data                        ~
 * </pre>
 *
 * @param flags {@link #FIN} and so on, or'ed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc793#section-3.1">RFC 793, section 3.1</a>
 */
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        int sequence,
        int acknowledgment,
        int flags,
        int window,
        Octets options,
        Octets data) {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;

    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;
    private static final int MAXIMUM_SEGMENT_SIZE = 2;
    private static final int FIXED = 20;

    public TcpSegment {
        if (options.length() % 4 != 0 || options.length() > 40) {
            throw new IllegalArgumentException(options.length() + " octets of TCP options");
        }
    }

    /** Decodes the payload of {@code packet}, a whole packet of protocol 6. */
    public static TcpSegment decode(Ipv4Packet packet) throws MalformedMessageException {
        Octets octets = packet.payload();
        OctetReader in = octets.reader();
        int sourcePort = in.uint16("Source Port");
        int destinationPort = in.uint16("Destination Port");
        int sequence = in.int32("Sequence Number");
        int acknowledgment = in.int32("Acknowledgment Number");
        int header = (in.uint8("Data Offset") >>> 4) * 4;
        if (header < FIXED || header > octets.length()) {
            throw in.malformed("Data Offset", header + " of " + octets.length() + " octets");
        }
        int flags = in.uint8("Flags");
        int window = in.uint16("Window");
        in.uint16("Checksum");
        in.uint16("Urgent Pointer");
        if (InternetChecksum.of(pseudoHeader(packet.source(), packet.destination(), octets.length()), octets) != 0) {
            throw in.malformed("Checksum", "does not match");
        }
        Octets options = in.octets("Options", header - FIXED);
        return new TcpSegment(sourcePort, destinationPort, sequence, acknowledgment, flags, window, options, in.rest());
    }

    /** The segment as the payload of a packet between these addresses, with its checksum. */
    public Octets encode(Ipv4Address source, Ipv4Address destination) {
        OctetWriter out = new OctetWriter(FIXED + options.length() + data.length());
        out.uint16(sourcePort)
                .uint16(destinationPort)
                .int32(sequence)
                .int32(acknowledgment)
                .uint8((FIXED + options.length()) / 4 << 4)
                .uint8(flags)
                .uint16(window)
                .uint16(0)
                .uint16(0)
                .octets(options)
                .octets(data);
        Octets octets = out.toOctets();
        return out.patch16(16, InternetChecksum.of(pseudoHeader(source, destination, octets.length()), octets))
                .toOctets();
    }

    private static Octets pseudoHeader(Ipv4Address source, Ipv4Address destination, int length) {
        return new OctetWriter(12)
                .int32(source.bits())
                .int32(destination.bits())
                .uint8(0)
                .uint8(Ipv4Packet.TCP)
                .uint16(length)
                .toOctets();
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The option that says so, four octets, for a SYN. */
    public static Octets maximumSegmentSize(int size) {
        return new OctetWriter(4)
                .uint8(MAXIMUM_SEGMENT_SIZE)
                .uint8(4)
                .uint16(size)
                .toOctets();
    }

    /** The largest segment that the sender takes, if it says so (RFC 793, section 3.1, kind 2). */
    public Optional<Integer> maximumSegmentSize() {
        return sizeAt().map(at -> options.at(at) << 8 | options.at(at + 1));
    }

    /** This segment with another value in the option that says the largest segment; without the option, as it is. */
    public TcpSegment withMaximumSegmentSize(int size) {
        return sizeAt().map(at -> options.with(at, size >>> 8).with(at + 1, size & 0xff))
                .map(changed -> new TcpSegment(
                        sourcePort, destinationPort, sequence, acknowledgment, flags, window, changed, data))
                .orElse(this);
    }

    private Optional<Integer> sizeAt() {
        int at = 0;
        while (at + 1 < options.length() && options.at(at) != END_OF_OPTIONS) {
            if (options.at(at) == NO_OPERATION) {
                at++;
                continue;
            }
            int length = options.at(at + 1);
            if (length < 2 || at + length > options.length()) {
                return Optional.empty();
            }
            if (options.at(at) == MAXIMUM_SEGMENT_SIZE && length == 4) {
                return Optional.of(at + 2);
            }
            at += length;
        }
        return Optional.empty();
    }
}
