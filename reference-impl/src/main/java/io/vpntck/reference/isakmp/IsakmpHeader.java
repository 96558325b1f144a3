package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * The header of an ISAKMP message. Version 1.0 is written 0x10.
 *
 * <pre>
 * |                          Initiator Cookie (8)                 |
 * |                          Responder Cookie (8)                 |
 * |  Next Payload | MjVer | MnVer | Exchange Type |     Flags     |
 * |                          Message ID                           |
 * |                            Length                             |
 * </pre>
 *
 * @param nextPayload type of the first payload; inside the ciphertext when the message is encrypted
 * @param exchange the octet on the wire, since a peer may send one that has no name
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.1">RFC 2408, section 3.1</a>
 */
public record IsakmpHeader(
        Octets initiatorCookie,
        Octets responderCookie,
        int nextPayload,
        int version,
        int exchange,
        int flags,
        int messageId,
        int length) {
    public static final int LENGTH = 28;
    public static final int VERSION_1_0 = 0x10;
    public static final int ENCRYPTION = 0x01;
    public static final int COMMIT = 0x02;
    public static final int AUTHENTICATION_ONLY = 0x04;
    public static final Octets NO_COOKIE = Octets.zeros(8);

    public IsakmpHeader {
        if (initiatorCookie.length() != 8 || responderCookie.length() != 8) {
            throw new IllegalArgumentException("a cookie has eight octets");
        }
    }

    /** Decodes the header alone; its length is checked against nothing. */
    public static IsakmpHeader decode(OctetReader in) throws MalformedMessageException {
        Octets initiatorCookie = in.octets("Initiator Cookie", 8);
        Octets responderCookie = in.octets("Responder Cookie", 8);
        int nextPayload = in.uint8("Next Payload");
        int version = in.uint8("Version");
        int exchange = in.uint8("Exchange Type");
        int flags = in.uint8("Flags");
        int messageId = in.int32("Message ID");
        long length = in.uint32("Length");
        if (length < LENGTH || length > 0xffff) {
            throw in.malformed("Length", "is " + length);
        }
        return new IsakmpHeader(
                initiatorCookie, responderCookie, nextPayload, version, exchange, flags, messageId, (int) length);
    }

    void encode(OctetWriter out) {
        out.octets(initiatorCookie)
                .octets(responderCookie)
                .uint8(nextPayload)
                .uint8(version)
                .uint8(exchange)
                .uint8(flags)
                .int32(messageId)
                .uint32(length);
    }

    public boolean encrypted() {
        return (flags & ENCRYPTION) != 0;
    }

    public int majorVersion() {
        return version >>> 4;
    }

    public Optional<ExchangeType> exchangeType() {
        return ExchangeType.ofId(exchange);
    }
}
