package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * Carries a constant by which implementations tell what they can do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.16">RFC 2408, section 3.16</a>
 */
public record VendorIdPayload(Octets data) implements Payload {
    public static final int TYPE = 13;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.octets(data);
    }
}
