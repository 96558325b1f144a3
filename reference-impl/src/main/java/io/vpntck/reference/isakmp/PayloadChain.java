package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The payloads of a message in their order, each behind a generic header that announces the next.
 *
 * <pre>
 * | Next Payload  |   RESERVED    |         Payload Length        |
 * </pre>
 *
 * @param padding what follows the last payload: nothing in clear, up to a cipher block inside ciphertext
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.2">RFC 2408, section 3.2</a>
 */
public record PayloadChain(List<Payload> payloads, Octets padding) {
    private static final int GENERIC_HEADER = 4;
    /** More than any exchange has; a message with more is refused before it costs anything. */
    private static final int MOST = 64;

    public PayloadChain {
        payloads = List.copyOf(payloads);
    }

    /** The type that the message header announces; zero without any payload. */
    public int firstType() {
        return payloads.isEmpty() ? 0 : payloads.get(0).type();
    }

    public static PayloadChain decode(int firstType, Octets body) throws MalformedMessageException {
        OctetReader in = body.reader();
        List<Payload> payloads = new ArrayList<>();
        int type = firstType;
        while (type != 0) {
            if (payloads.size() == MOST) {
                throw in.malformed("Next Payload", "more than " + MOST + " payloads");
            }
            int next = in.uint8("Next Payload");
            int reserved = in.uint8("RESERVED");
            if (reserved != 0) {
                throw in.malformed("RESERVED", "is " + reserved);
            }
            int length = in.uint16("Payload Length");
            if (length < GENERIC_HEADER) {
                throw in.malformed("Payload Length", "is " + length);
            }
            OctetReader inside = in.slice("Payload", length - GENERIC_HEADER);
            payloads.add(decodeBody(type, inside));
            inside.requireEnd("payload of type " + type);
            type = next;
        }
        return new PayloadChain(payloads, in.rest());
    }

    private static Payload decodeBody(int type, OctetReader in) throws MalformedMessageException {
        return switch (type) {
            case SecurityAssociationPayload.TYPE -> SecurityAssociationPayload.decodeBody(in);
            case KeyExchangePayload.TYPE -> new KeyExchangePayload(in.rest());
            case IdentificationPayload.TYPE -> IdentificationPayload.decodeBody(in);
            case HashPayload.TYPE -> new HashPayload(in.rest());
            case NoncePayload.TYPE -> new NoncePayload(in.rest());
            case NotificationPayload.TYPE -> NotificationPayload.decodeBody(in);
            case DeletePayload.TYPE -> DeletePayload.decodeBody(in);
            case VendorIdPayload.TYPE -> new VendorIdPayload(in.rest());
            case NatDiscoveryPayload.TYPE -> new NatDiscoveryPayload(in.rest());
            case NatOriginalAddressPayload.TYPE -> NatOriginalAddressPayload.decodeBody(in);
            default -> new UnknownPayload(type, in.rest());
        };
    }

    public Octets encode() {
        OctetWriter out = new OctetWriter();
        for (int i = 0; i < payloads.size(); i++) {
            OctetWriter inside = new OctetWriter();
            payloads.get(i).encodeBody(inside);
            out.uint8(i + 1 < payloads.size() ? payloads.get(i + 1).type() : 0)
                    .uint8(0)
                    .uint16(GENERIC_HEADER + inside.length())
                    .octets(inside.toOctets());
        }
        return out.octets(padding).toOctets();
    }

    /** The first payload of this kind. */
    public <P extends Payload> Optional<P> first(Class<P> kind) {
        return payloads.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** All payloads of this kind, in their order. */
    public <P extends Payload> List<P> all(Class<P> kind) {
        return payloads.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * The first payload of this kind.
     *
     * @throws MalformedMessageException when the message has none
     */
    public <P extends Payload> P require(Class<P> kind) throws MalformedMessageException {
        Optional<P> found = first(kind);
        if (found.isEmpty()) {
            throw new MalformedMessageException(kind.getSimpleName(), 0, "is missing");
        }
        return found.get();
    }
}
