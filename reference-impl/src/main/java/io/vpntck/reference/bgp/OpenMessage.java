package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first message of each side.
 *
 * <pre>
 * +---------------+-------------------------------+-------------------------------+
 * |    Version    |     My Autonomous System      |       Hold Time (s)           |
 * +---------------+-------------------------------+-------------------------------+
 * |                        BGP Identifier                         | Parm. Length  |
 * +---------------------------------------------------------------+---------------+
 * ~                             Optional Parameters                               ~
 * +-------------------------------------------------------------------------------+
 * </pre>
 *
 * @param myAs the field of two octets: AS_TRANS where the number needs four
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.2">RFC 4271, section 4.2</a>
 */
public record OpenMessage(
        int version, int myAs, int holdTime, Ipv4Address identifier, List<OptionalParameter> parameters)
        implements BgpMessage {
    public static final int VERSION = 4;

    public OpenMessage {
        parameters = List.copyOf(parameters);
    }

    /** An OPEN of version 4 with {@code capabilities} in one parameter, or without any. */
    public static OpenMessage of(long as, int holdTime, Ipv4Address identifier, List<Capability> capabilities) {
        AsWidth.requireAs(as);
        return new OpenMessage(
                VERSION,
                AsWidth.TWO.holds(as) ? (int) as : AsWidth.AS_TRANS,
                holdTime,
                identifier,
                capabilities.isEmpty() ? List.of() : List.of(new OptionalParameter(capabilities)));
    }

    static OpenMessage decodeBody(Octets body) throws BgpException {
        OctetReader in = body.reader();
        try {
            int version = in.uint8("Version");
            if (version != VERSION) {
                // RFC 4271, section 6.2: the data name the nearest version that is supported.
                throw ErrorCode.UNSUPPORTED_VERSION.because(
                        new OctetWriter().uint16(VERSION).toOctets(), "BGP version " + version);
            }
            int myAs = in.uint16("My Autonomous System");
            int holdTime = in.uint16("Hold Time");
            Ipv4Address identifier = new Ipv4Address(in.int32("BGP Identifier"));
            OctetReader parameters = in.slice("Optional Parameters", in.uint8("Opt Parm Len"));
            in.requireEnd("OPEN");
            List<OptionalParameter> decoded = new ArrayList<>();
            while (parameters.remaining() > 0) {
                decoded.add(OptionalParameter.decode(parameters));
            }
            return new OpenMessage(version, myAs, holdTime, identifier, decoded);
        } catch (MalformedMessageException e) {
            throw ErrorCode.MALFORMED_OPEN.because(e.getMessage());
        }
    }

    public List<Capability> capabilities() {
        return parameters.stream().flatMap(p -> p.capabilities().stream()).toList();
    }

    /** The first capability with {@code code}. */
    public Optional<Capability> capability(int code) {
        return capabilities().stream().filter(c -> c.code() == code).findFirst();
    }

    /** The sender's AS: of the capability where there is one, else of the header (RFC 6793, section 4.1). */
    public long as() {
        return capability(Capability.FOUR_OCTET_AS)
                .map(c -> c.as().orElse(myAs))
                .orElse((long) myAs);
    }

    public boolean hasFourOctetAs() {
        return capability(Capability.FOUR_OCTET_AS).isPresent();
    }

    @Override
    public MessageType type() {
        return MessageType.OPEN;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        OctetWriter written = new OctetWriter();
        parameters.forEach(parameter -> parameter.encode(written));
        out.uint8(version).uint16(myAs).uint16(holdTime).octets(identifier.octets());
        out.uint8(written.length()).octets(written.toOctets());
    }
}
