package io.vpntck.steps.dataplane;

import io.vpntck.reference.bgp.RawAttribute;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.List;

/** UPDATE messages of a scenario's own making, with AS numbers of four octets (RFC 4271, section 4.3). */
final class MadeUpdates {
    private static final int ORIGIN = 1;
    private static final int AS_PATH = 2;
    private static final int NEXT_HOP = 3;
    private static final int SEQUENCE = 2;

    private MadeUpdates() {}

    /** @param origin 0 for IGP, 1 for EGP, 2 for incomplete */
    static Octets announcing(List<Ipv4Prefix> prefixes, int origin, List<Long> path, Ipv4Address nextHop) {
        OctetWriter segment = new OctetWriter().uint8(SEQUENCE).uint8(path.size());
        path.forEach(segment::uint32);
        List<RawAttribute> attributes = List.of(
                attribute(ORIGIN, new OctetWriter().uint8(origin).toOctets()),
                attribute(AS_PATH, segment.toOctets()),
                attribute(NEXT_HOP, new OctetWriter().int32(nextHop.bits()).toOctets()));
        return UpdateMessage.announcing(attributes, prefixes).encode();
    }

    private static RawAttribute attribute(int type, Octets value) {
        return new RawAttribute(RawAttribute.TRANSITIVE, type, value);
    }
}
