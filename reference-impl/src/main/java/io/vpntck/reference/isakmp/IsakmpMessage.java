package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.List;

/**
 * A message: header and body. The body of an encrypted one is ciphertext, else a {@link PayloadChain}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3">RFC 2408, section 3</a>
 */
public record IsakmpMessage(IsakmpHeader header, Octets body) {

    private static final int FLAGS = 19;

    public IsakmpMessage {
        if (header.length() != IsakmpHeader.LENGTH + body.length()) {
            throw new IllegalArgumentException("the header says " + header.length() + " octets, the body has "
                    + body.length() + " besides the header's " + IsakmpHeader.LENGTH);
        }
    }

    /** A message of version 1.0 in clear. */
    public static IsakmpMessage clear(
            Octets initiatorCookie,
            Octets responderCookie,
            ExchangeType exchange,
            int messageId,
            List<Payload> payloads) {
        PayloadChain chain = new PayloadChain(payloads, Octets.EMPTY);
        return of(initiatorCookie, responderCookie, chain.firstType(), exchange, 0, messageId, chain.encode());
    }

    /** A message of version 1.0 whose body is ciphertext; {@code firstPayload} is the first type inside it. */
    public static IsakmpMessage encrypted(
            Octets initiatorCookie,
            Octets responderCookie,
            int firstPayload,
            ExchangeType exchange,
            int messageId,
            Octets ciphertext) {
        return of(
                initiatorCookie,
                responderCookie,
                firstPayload,
                exchange,
                IsakmpHeader.ENCRYPTION,
                messageId,
                ciphertext);
    }

    private static IsakmpMessage of(
            Octets initiatorCookie,
            Octets responderCookie,
            int nextPayload,
            ExchangeType exchange,
            int flags,
            int messageId,
            Octets body) {
        IsakmpHeader header = new IsakmpHeader(
                initiatorCookie,
                responderCookie,
                nextPayload,
                IsakmpHeader.VERSION_1_0,
                exchange.id(),
                flags,
                messageId,
                IsakmpHeader.LENGTH + body.length());
        return new IsakmpMessage(header, body);
    }

    /** Decodes the header and takes the rest as it is; a datagram longer or shorter than its length is refused. */
    public static IsakmpMessage decode(Octets octets) throws MalformedMessageException {
        OctetReader in = octets.reader();
        IsakmpHeader header = IsakmpHeader.decode(in);
        if (header.length() != octets.length()) {
            throw in.malformed("Length", header.length() + " in a datagram of " + octets.length() + " octets");
        }
        return new IsakmpMessage(header, in.rest());
    }

    public Octets encode() {
        OctetWriter out = new OctetWriter(header.length());
        header.encode(out);
        return out.octets(body).toOctets();
    }

    /** The payloads of a message in clear; one that says it is encrypted is refused. */
    public PayloadChain payloads() throws MalformedMessageException {
        if (header.encrypted()) {
            throw new MalformedMessageException("Flags", FLAGS, "the message is encrypted, and not to be");
        }
        return PayloadChain.decode(header.nextPayload(), body);
    }
}
