package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/** A payload of a type that this package does not take apart, kept as it came. */
public record UnknownPayload(int type, Octets body) implements Payload {

    public UnknownPayload {
        if (type < 1 || type > 255) {
            throw new IllegalArgumentException("payload type " + type);
        }
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.octets(body);
    }
}
