package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Says why the sender ends the session.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * |     Code      |    Subcode    |            Data …
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.5">RFC 4271, section 4.5</a>
 */
public record NotificationMessage(int code, int subcode, Octets data) implements BgpMessage {
    private static final int LONGEST_TEXT = 255;

    /** A shutdown that tells the other side's operators why; the text has at most 255 octets of UTF-8 (RFC 9003). */
    public static NotificationMessage shutdown(String text) {
        Octets utf8 = Octets.ofUtf8(text);
        if (utf8.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a shutdown text of " + utf8.length() + " octets");
        }
        return ErrorCode.ADMINISTRATIVE_SHUTDOWN.notification(
                text.isEmpty()
                        ? Octets.EMPTY
                        : new OctetWriter().uint8(utf8.length()).octets(utf8).toOctets());
    }

    static NotificationMessage decodeBody(Octets body) throws BgpException {
        OctetReader in = body.reader();
        try {
            return new NotificationMessage(in.uint8("Code"), in.uint8("Subcode"), in.rest());
        } catch (MalformedMessageException e) {
            throw ErrorCode.BAD_MESSAGE_LENGTH.because(e.getMessage());
        }
    }

    /** The error, where its code and subcode are known here. */
    public Optional<ErrorCode> error() {
        return Arrays.stream(ErrorCode.values())
                .filter(error -> error.code() == code && error.subcode() == subcode)
                .findFirst();
    }

    /**
     * What the operators of the other side say about their shutdown or reset; empty when they say nothing, or not in the form of
     * RFC 8203.
     */
    public Optional<String> shutdownText() {
        boolean mayHaveText = error().filter(
                        e -> e == ErrorCode.ADMINISTRATIVE_SHUTDOWN || e == ErrorCode.ADMINISTRATIVE_RESET)
                .isPresent();
        if (!mayHaveText || data.isEmpty() || data.at(0) == 0 || data.length() < 1 + data.at(0)) {
            return Optional.empty();
        }
        return Optional.of(new String(data.slice(1, 1 + data.at(0)).toByteArray(), StandardCharsets.UTF_8));
    }

    @Override
    public MessageType type() {
        return MessageType.NOTIFICATION;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint8(code).uint8(subcode).octets(data);
    }

    @Override
    public String toString() {
        return "NOTIFICATION " + code + "/" + subcode
                + error().map(e -> " (" + e + ")").orElse("")
                + shutdownText().map(text -> ": " + text).orElse("");
    }
}
