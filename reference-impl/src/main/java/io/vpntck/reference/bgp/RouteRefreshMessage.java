package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * Asks for all routes of one address family again.
 *
 * <pre>
 * +-------------------------------+---------------+---------------+
 * |              AFI              |    Subtype    |     SAFI      |
 * +-------------------------------+---------------+---------------+
 * </pre>
 *
 * <p>The subtype was reserved; RFC 7313 marks the begin and the end of a refresh with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2918#section-3">RFC 2918, section 3</a>
 */
public record RouteRefreshMessage(int afi, int subtype, int safi) implements BgpMessage {
    public static final RouteRefreshMessage IPV4_UNICAST = new RouteRefreshMessage(1, 0, 1);

    static RouteRefreshMessage decodeBody(Octets body) throws BgpException {
        OctetReader in = body.reader();
        try {
            return new RouteRefreshMessage(in.uint16("AFI"), in.uint8("Subtype"), in.uint8("SAFI"));
        } catch (MalformedMessageException e) {
            throw ErrorCode.BAD_MESSAGE_LENGTH.because(e.getMessage());
        }
    }

    @Override
    public MessageType type() {
        return MessageType.ROUTE_REFRESH;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint16(afi).uint8(subtype).uint8(safi);
    }
}
