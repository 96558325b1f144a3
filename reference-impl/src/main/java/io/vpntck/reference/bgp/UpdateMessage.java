package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Routes that are gone, and routes with the attributes that they share, which {@link AttributeReader} makes sense of.
 *
 * <pre>
 * +-------------------------------+-------------------------------+
 * |   Withdrawn Routes Length     |    Withdrawn Routes …
 * +-------------------------------+-------------------------------+
 * | Total Path Attribute Length   |    Path Attributes …
 * +-------------------------------+-------------------------------+
 * ~            Network Layer Reachability Information             ~
 * +---------------------------------------------------------------+
 * </pre>
 *
 * @param stray octets behind the last whole attribute that form none; empty in a message that is right
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.3">RFC 4271, section 4.3</a>
 */
public record UpdateMessage(
        List<Ipv4Prefix> withdrawn, List<RawAttribute> attributes, Octets stray, List<Ipv4Prefix> announced)
        implements BgpMessage {

    public UpdateMessage {
        withdrawn = List.copyOf(withdrawn);
        attributes = List.copyOf(attributes);
        announced = List.copyOf(announced);
    }

    public static UpdateMessage withdrawing(List<Ipv4Prefix> prefixes) {
        return new UpdateMessage(prefixes, List.of(), Octets.EMPTY, List.of());
    }

    public static UpdateMessage announcing(List<RawAttribute> attributes, List<Ipv4Prefix> prefixes) {
        return new UpdateMessage(List.of(), attributes, Octets.EMPTY, prefixes);
    }

    /**
     * RFC 7606, sections 3 (j), 4 and 5.3: prefixes that cannot be found or read end the session; an attribute that runs over
     * the end of all of them does not.
     */
    static UpdateMessage decodeBody(Octets body) throws BgpException {
        OctetReader in = body.reader();
        OctetReader withdrawnField;
        OctetReader attributesField;
        try {
            withdrawnField = in.slice("Withdrawn Routes", in.uint16("Withdrawn Routes Length"));
            attributesField = in.slice("Path Attributes", in.uint16("Total Path Attribute Length"));
        } catch (MalformedMessageException e) {
            throw ErrorCode.MALFORMED_ATTRIBUTE_LIST.because(e.getMessage());
        }
        List<Ipv4Prefix> withdrawn;
        List<Ipv4Prefix> announced;
        try {
            withdrawn = PrefixCodec.decodeAll(withdrawnField, "Withdrawn Routes");
            announced = PrefixCodec.decodeAll(in, "NLRI");
        } catch (MalformedMessageException e) {
            throw ErrorCode.INVALID_NETWORK_FIELD.because(e.getMessage());
        }
        Octets field = attributesField.rest();
        List<RawAttribute> attributes = new ArrayList<>();
        OctetReader reader = field.reader();
        int whole = 0;
        try {
            while (reader.remaining() > 0) {
                attributes.add(RawAttribute.decode(reader));
                whole = reader.offset();
            }
        } catch (MalformedMessageException e) {
            return new UpdateMessage(withdrawn, attributes, field.from(whole), announced);
        }
        return new UpdateMessage(withdrawn, attributes, Octets.EMPTY, announced);
    }

    @Override
    public MessageType type() {
        return MessageType.UPDATE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        OctetWriter gone = new OctetWriter();
        withdrawn.forEach(prefix -> PrefixCodec.encode(gone, prefix));
        OctetWriter path = new OctetWriter();
        attributes.forEach(attribute -> attribute.encode(path));
        path.octets(stray);
        out.uint16(gone.length()).octets(gone.toOctets());
        out.uint16(path.length()).octets(path.toOctets());
        announced.forEach(prefix -> PrefixCodec.encode(out, prefix));
    }
}
