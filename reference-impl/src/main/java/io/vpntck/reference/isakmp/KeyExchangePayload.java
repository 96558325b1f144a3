package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * Carries the public Diffie-Hellman value of its sender, as long as the group's prime.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.7">RFC 2408, section 3.7</a>
 */
public record KeyExchangePayload(Octets data) implements Payload {
    public static final int TYPE = 4;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.octets(data);
    }
}
