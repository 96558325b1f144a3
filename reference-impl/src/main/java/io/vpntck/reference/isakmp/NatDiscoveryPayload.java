package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * The hash of one address and port as its sender believes them to be, by which the other side detects a NAT between
 * them (NAT-D).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3947#section-3.2">RFC 3947, section 3.2</a>
 */
public record NatDiscoveryPayload(Octets hash) implements Payload {
    public static final int TYPE = 20;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.octets(hash);
    }
}
