package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * Carries a hash over parts of the exchange, by which it is authenticated.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.11">RFC 2408, section 3.11</a>
 */
public record HashPayload(Octets data) implements Payload {
    public static final int TYPE = 8;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.octets(data);
    }
}
