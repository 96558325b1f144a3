package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An optional parameter of an OPEN that carries capabilities. Some speakers put all of them into one, others each into its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5492#section-4">RFC 5492, section 4</a>
 */
public record OptionalParameter(List<Capability> capabilities) {
    private static final int CAPABILITIES = 2;

    public OptionalParameter {
        capabilities = List.copyOf(capabilities);
    }

    static OptionalParameter decode(OctetReader in) throws MalformedMessageException, BgpException {
        int type = in.uint8("Parameter Type");
        OctetReader value = in.slice("Parameter Value", in.uint8("Parameter Length"));
        if (type != CAPABILITIES) {
            throw ErrorCode.UNSUPPORTED_OPTIONAL_PARAMETER.because("optional parameter " + type);
        }
        List<Capability> capabilities = new ArrayList<>();
        while (value.remaining() > 0) {
            capabilities.add(Capability.decode(value));
        }
        return new OptionalParameter(capabilities);
    }

    void encode(OctetWriter out) {
        OctetWriter value = new OctetWriter();
        capabilities.forEach(capability -> capability.encode(value));
        out.uint8(CAPABILITIES).uint8(value.length()).octets(value.toOctets());
    }
}
