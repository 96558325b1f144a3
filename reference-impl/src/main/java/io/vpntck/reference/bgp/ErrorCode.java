package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.Octets;

/**
 * The errors that a NOTIFICATION can name, with their codes and subcodes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.5">RFC 4271, section 4.5</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4486#section-3">RFC 4486, section 3</a>
 */
public enum ErrorCode {
    CONNECTION_NOT_SYNCHRONIZED(1, 1),
    BAD_MESSAGE_LENGTH(1, 2),
    BAD_MESSAGE_TYPE(1, 3),
    MALFORMED_OPEN(2, 0),
    UNSUPPORTED_VERSION(2, 1),
    BAD_PEER_AS(2, 2),
    BAD_BGP_IDENTIFIER(2, 3),
    UNSUPPORTED_OPTIONAL_PARAMETER(2, 4),
    UNACCEPTABLE_HOLD_TIME(2, 6),
    UNSUPPORTED_CAPABILITY(2, 7),
    MALFORMED_ATTRIBUTE_LIST(3, 1),
    UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE(3, 2),
    INVALID_NETWORK_FIELD(3, 10),
    HOLD_TIMER_EXPIRED(4, 0),
    /** RFC 6608, section 3. */
    UNEXPECTED_IN_OPEN_SENT(5, 1),
    UNEXPECTED_IN_OPEN_CONFIRM(5, 2),
    UNEXPECTED_IN_ESTABLISHED(5, 3),
    MAXIMUM_PREFIXES_REACHED(6, 1),
    ADMINISTRATIVE_SHUTDOWN(6, 2),
    PEER_DECONFIGURED(6, 3),
    ADMINISTRATIVE_RESET(6, 4),
    CONNECTION_REJECTED(6, 5),
    OTHER_CONFIGURATION_CHANGE(6, 6),
    CONNECTION_COLLISION(6, 7),
    OUT_OF_RESOURCES(6, 8);

    private final int code;
    private final int subcode;

    ErrorCode(int code, int subcode) {
        this.code = code;
        this.subcode = subcode;
    }

    public int code() {
        return code;
    }

    public int subcode() {
        return subcode;
    }

    public NotificationMessage notification() {
        return notification(Octets.EMPTY);
    }

    public NotificationMessage notification(Octets data) {
        return new NotificationMessage(code, subcode, data);
    }

    BgpException because(String problem) {
        return because(Octets.EMPTY, problem);
    }

    BgpException because(Octets data, String problem) {
        return new BgpException(notification(data), problem);
    }
}
