package io.vpntck.reference.isakmp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * Who a side is (phase 1), or which traffic an SA is for (quick mode).
 *
 * <pre>
 * |   ID Type     |  Protocol ID  |             Port              |
 * ~                     Identification Data                       ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2407#section-4.6.2">RFC 2407, section 4.6.2</a>
 */
public record IdentificationPayload(int idType, int protocol, int port, Octets data) implements Payload {
    public static final int TYPE = 5;
    public static final int ID_IPV4_ADDR = 1;
    public static final int ID_FQDN = 2;
    public static final int ID_IPV4_ADDR_SUBNET = 4;

    /** ID_IPV4_ADDR for any protocol and port. */
    public static IdentificationPayload of(Ipv4Address address) {
        return new IdentificationPayload(ID_IPV4_ADDR, 0, 0, address.octets());
    }

    /** ID_IPV4_ADDR_SUBNET: network and mask. */
    public static IdentificationPayload of(Ipv4Prefix prefix) {
        return new IdentificationPayload(
                ID_IPV4_ADDR_SUBNET,
                0,
                0,
                Octets.concat(prefix.network().octets(), prefix.netmask().octets()));
    }

    static IdentificationPayload decodeBody(OctetReader in) throws MalformedMessageException {
        int idType = in.uint8("ID Type");
        int protocol = in.uint8("Protocol ID");
        int port = in.uint16("Port");
        if (idType == ID_IPV4_ADDR && in.remaining() != 4) {
            throw in.malformed("Identification Data", in.remaining() + " octets for an IPv4 address");
        }
        if (idType == ID_IPV4_ADDR_SUBNET && in.remaining() != 8) {
            throw in.malformed("Identification Data", in.remaining() + " octets for an IPv4 subnet");
        }
        return new IdentificationPayload(idType, protocol, port, in.rest());
    }

    /** The address, when the identity is one. */
    public Optional<Ipv4Address> address() {
        return idType == ID_IPV4_ADDR ? Optional.of(Ipv4Address.of(data)) : Optional.empty();
    }

    /** The traffic as a prefix; an address is one of 32 bits. Empty for other types and for a mask with holes. */
    public Optional<Ipv4Prefix> prefix() {
        if (idType == ID_IPV4_ADDR) {
            return address().map(Ipv4Prefix::host);
        }
        if (idType != ID_IPV4_ADDR_SUBNET) {
            return Optional.empty();
        }
        int network = Ipv4Address.of(data.first(4)).bits();
        int mask = Ipv4Address.of(data.from(4)).bits();
        int length = Integer.bitCount(mask);
        boolean contiguous = length == 0 ? mask == 0 : mask == -1 << (32 - length);
        return contiguous && (network & ~mask) == 0
                ? Optional.of(new Ipv4Prefix(new Ipv4Address(network), length))
                : Optional.empty();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint8(idType).uint8(protocol).uint16(port).octets(data);
    }
}
