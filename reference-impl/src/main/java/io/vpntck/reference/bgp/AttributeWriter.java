package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes attributes for a neighbour, by rising type. One that knows two octets only gets AS_TRANS, and the true numbers in AS4_PATH
 * and AS4_AGGREGATOR where they are needed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6793#section-4.2.2">RFC 6793, section 4.2.2</a>
 */
final class AttributeWriter {
    private final AsWidth width;
    private final List<RawAttribute> written = new ArrayList<>();

    private AttributeWriter(AsWidth width) {
        this.width = width;
    }

    static List<RawAttribute> write(PathAttributes attributes, AsWidth width) {
        return new AttributeWriter(width).all(attributes);
    }

    private List<RawAttribute> all(PathAttributes of) {
        put(AttributeType.ORIGIN, new OctetWriter().uint8(of.origin().id()).toOctets());
        put(AttributeType.AS_PATH, of.asPath().encode(width));
        put(AttributeType.NEXT_HOP, of.nextHop().octets());
        of.med().ifPresent(med -> put(AttributeType.MULTI_EXIT_DISC, uint32(med)));
        of.localPref().ifPresent(pref -> put(AttributeType.LOCAL_PREF, uint32(pref)));
        if (of.atomicAggregate()) {
            put(AttributeType.ATOMIC_AGGREGATE, Octets.EMPTY);
        }
        of.aggregator().ifPresent(aggregator -> put(AttributeType.AGGREGATOR, encode(aggregator, width)));
        if (!of.communities().isEmpty()) {
            OctetWriter out = new OctetWriter();
            of.communities().forEach(out::uint32);
            put(AttributeType.COMMUNITIES, out.toOctets());
        }
        if (width == AsWidth.TWO) {
            if (!of.asPath().fitsTwoOctets()) {
                put(AttributeType.AS4_PATH, of.asPath().encode(AsWidth.FOUR));
            }
            of.aggregator()
                    .filter(aggregator -> !width.holds(aggregator.as()))
                    .ifPresent(aggregator -> put(AttributeType.AS4_AGGREGATOR, encode(aggregator, AsWidth.FOUR)));
        }
        written.addAll(of.unknown());
        written.sort(Comparator.comparingInt(RawAttribute::type));
        return List.copyOf(written);
    }

    private void put(AttributeType type, Octets value) {
        written.add(new RawAttribute(type.flags(), type.id(), value));
    }

    private static Octets uint32(long value) {
        return new OctetWriter().uint32(value).toOctets();
    }

    private static Octets encode(PathAttributes.Aggregator aggregator, AsWidth width) {
        OctetWriter out = new OctetWriter();
        width.write(out, aggregator.as());
        return out.octets(aggregator.speaker().octets()).toOctets();
    }
}
