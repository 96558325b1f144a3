package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * Carries a random value of 8 to 256 octets.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.13">RFC 2408, section 3.13</a>
 */
public record NoncePayload(Octets data) implements Payload {
    public static final int TYPE = 10;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.octets(data);
    }
}
