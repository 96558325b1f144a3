package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * An error or a status.
 *
 * <pre>
 * |              Domain of Interpretation  (DOI)                  |
 * |  Protocol-ID  |   SPI Size    |      Notify Message Type      |
 * ~                Security Parameter Index (SPI)                 ~
 * ~                       Notification Data                       ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.14">RFC 2408, section 3.14</a>
 */
public record NotificationPayload(long doi, int protocol, Octets spi, int notifyType, Octets data) implements Payload {
    public static final int TYPE = 11;
    public static final int INVALID_EXCHANGE_TYPE = 7;
    public static final int NO_PROPOSAL_CHOSEN = 14;
    public static final int INVALID_ID_INFORMATION = 18;
    public static final int AUTHENTICATION_FAILED = 24;
    public static final int RESPONDER_LIFETIME = 24576;
    public static final int REPLAY_STATUS = 24577;
    public static final int INITIAL_CONTACT = 24578;
    /** RFC 3706, section 5.1. */
    public static final int R_U_THERE = 36136;

    public static final int R_U_THERE_ACK = 36137;

    static NotificationPayload decodeBody(OctetReader in) throws MalformedMessageException {
        long doi = in.uint32("DOI");
        int protocol = in.uint8("Protocol-ID");
        int spiSize = in.uint8("SPI Size");
        int notifyType = in.uint16("Notify Message Type");
        Octets spi = in.octets("SPI", spiSize);
        return new NotificationPayload(doi, protocol, spi, notifyType, in.rest());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint32(doi)
                .uint8(protocol)
                .uint8(spi.length())
                .uint16(notifyType)
                .octets(spi)
                .octets(data);
    }
}
