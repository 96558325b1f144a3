package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * Cuts the stream of one connection into messages. Holds less than one message besides what was appended last.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-6.1">RFC 4271, section 6.1</a>
 */
public final class BgpFramer {
    private static final int HEADER = 19;

    private Octets stream = Octets.EMPTY;

    /** A message whose header is right: its type, what follows the header, and all of it. */
    public record Frame(MessageType type, Octets body, Octets whole) {}

    public void append(Octets received) {
        stream = stream.isEmpty() ? received : Octets.concat(stream, received);
    }

    /** The next message; empty until all of it is there. A header that is wrong ends the session. */
    public Optional<Frame> next() throws BgpException {
        if (stream.length() < HEADER) {
            return Optional.empty();
        }
        if (!stream.startsWith(BgpMessage.MARKER)) {
            throw ErrorCode.CONNECTION_NOT_SYNCHRONIZED.because("the marker is not all ones");
        }
        int length = stream.at(16) << 8 | stream.at(17);
        requireLength(length >= HEADER && length <= BgpMessage.LONGEST, length, "any message");
        int id = stream.at(18);
        MessageType type = MessageType.ofId(id)
                .orElseThrow(() -> ErrorCode.BAD_MESSAGE_TYPE.because(
                        new OctetWriter().uint8(id).toOctets(), "message type " + id));
        requireLength(type.fixed() ? length == type.shortest() : length >= type.shortest(), length, type.name());
        if (stream.length() < length) {
            return Optional.empty();
        }
        Octets whole = stream.first(length);
        stream = stream.from(length);
        return Optional.of(new Frame(type, whole.from(HEADER), whole));
    }

    private static void requireLength(boolean right, int length, String what) throws BgpException {
        if (!right) {
            throw ErrorCode.BAD_MESSAGE_LENGTH.because(
                    new OctetWriter().uint16(length).toOctets(), length + " octets are wrong for " + what);
        }
    }
}
