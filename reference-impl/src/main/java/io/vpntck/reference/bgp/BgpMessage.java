package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * A BGP message.
 *
 * <pre>
 * +---------------------------------------------------------------+
 * ~               Marker (16 octets, all of them ones)            ~
 * +-------------------------------+---------------+---------------+
 * |            Length             |     Type      |  body …
 * +-------------------------------+---------------+
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.1">RFC 4271, section 4.1</a>
 */
public sealed interface BgpMessage
        permits OpenMessage, UpdateMessage, NotificationMessage, KeepaliveMessage, RouteRefreshMessage {
    int LONGEST = 4096;
    Octets MARKER = Octets.ofHex("ff".repeat(16));

    MessageType type();

    void encodeBody(OctetWriter out);

    /** The whole message; {@link IllegalArgumentException} when it is longer than a message may be. */
    default Octets encode() {
        OctetWriter out = new OctetWriter().octets(MARKER).uint16(0).uint8(type().id());
        encodeBody(out);
        if (out.length() > LONGEST) {
            throw new IllegalArgumentException(type() + " of " + out.length() + " octets");
        }
        return out.patch16(MARKER.length(), out.length()).toOctets();
    }

    /** The message that a frame of {@link BgpFramer} holds. */
    static BgpMessage decode(BgpFramer.Frame frame) throws BgpException {
        return switch (frame.type()) {
            case OPEN -> OpenMessage.decodeBody(frame.body());
            case UPDATE -> UpdateMessage.decodeBody(frame.body());
            case NOTIFICATION -> NotificationMessage.decodeBody(frame.body());
            case KEEPALIVE -> new KeepaliveMessage();
            case ROUTE_REFRESH -> RouteRefreshMessage.decodeBody(frame.body());
        };
    }
}
