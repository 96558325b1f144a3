package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * An address as one side saw it before the NAT (NAT-OA).
 *
 * @param idType as in {@link IdentificationPayload}
 * @param reserved three octets, kept as they came
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3947#section-5.2">RFC 3947, section 5.2</a>
 */
public record NatOriginalAddressPayload(int idType, Octets reserved, Octets address) implements Payload {
    public static final int TYPE = 21;

    static NatOriginalAddressPayload decodeBody(OctetReader in) throws MalformedMessageException {
        int idType = in.uint8("ID Type");
        Octets reserved = in.octets("RESERVED", 3);
        return new NatOriginalAddressPayload(idType, reserved, in.rest());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint8(idType).octets(reserved).octets(address);
    }
}
