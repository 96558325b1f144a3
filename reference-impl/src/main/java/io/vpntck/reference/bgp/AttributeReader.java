package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the attributes of one UPDATE of an external peer, and settles what becomes of a message that has faults.
 *
 * <pre>
 * fault                                             what is done
 * well-known attribute that is not known            the session ends, 3/2
 * MP_REACH_NLRI or MP_UNREACH_NLRI twice            the session ends, 3/1
 * a fault to withdraw for, and no prefix announced  the session ends, 3/1
 * wrong flags, length or value of most attributes   its routes are withdrawn
 * ORIGIN, AS_PATH or NEXT_HOP missing               its routes are withdrawn
 * attribute that runs over the end                  its routes are withdrawn
 * AGGREGATOR, ATOMIC_AGGREGATE, AS4_… malformed     the attribute is left out
 * any other attribute twice                         the second is left out
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7606#section-3">RFC 7606, section 3</a>
 */
final class AttributeReader {
    private final AsWidth width;
    private final SessionSettings own;
    private final Map<AttributeType, RawAttribute> known = new EnumMap<>(AttributeType.class);
    private final List<RawAttribute> unknown = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private boolean withdraw;

    private Optional<Origin> origin = Optional.empty();
    private Optional<AsPath> asPath = Optional.empty();
    private Optional<AsPath> as4Path = Optional.empty();
    private Optional<Ipv4Address> nextHop = Optional.empty();
    private OptionalLong med = OptionalLong.empty();
    private boolean atomicAggregate;
    private Optional<PathAttributes.Aggregator> aggregator = Optional.empty();
    private Optional<PathAttributes.Aggregator> as4Aggregator = Optional.empty();
    private List<Long> communities = List.of();

    private AttributeReader(AsWidth width, SessionSettings own) {
        this.width = width;
        this.own = own;
    }

    /**
     * What {@code update} comes to in a session whose AS numbers have {@code width}.
     *
     * @param own the reader's: one that knows no four octets hands AS4_PATH on unread (RFC 6793, section 3)
     */
    static UpdateOutcome read(UpdateMessage update, AsWidth width, SessionSettings own) throws BgpException {
        AttributeReader reader = new AttributeReader(width, own);
        for (RawAttribute attribute : update.attributes()) {
            reader.sort(attribute);
        }
        reader.known.values().forEach(reader::readOne);
        return reader.outcome(update);
    }

    private void sort(RawAttribute attribute) throws BgpException {
        Optional<AttributeType> type =
                AttributeType.ofId(attribute.type()).filter(t -> own.fourOctetAs() || !t.isOfFourOctets());
        if (type.isEmpty()) {
            sortUnknown(attribute);
        } else if (!known.containsKey(type.get())) {
            known.put(type.get(), attribute);
        } else if (type.get().endsTheSessionTwice()) {
            throw ErrorCode.MALFORMED_ATTRIBUTE_LIST.because(type.get() + " twice");
        } else {
            faults.add(type.get() + " twice: the second is left out");
        }
    }

    private void sortUnknown(RawAttribute attribute) throws BgpException {
        if (!attribute.has(RawAttribute.OPTIONAL)
                && !own.conduct().has(SessionConduct.Departure.TAKES_UNKNOWN_WELL_KNOWN)) {
            // RFC 4271, section 6.3. RFC 7606, section 3, is milder to attributes that are known, and to missing ones.
            throw ErrorCode.UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE.because(
                    attribute.encoded(), "well-known attribute " + attribute.type());
        }
        if (unknown.stream().anyMatch(u -> u.type() == attribute.type())) {
            faults.add("attribute " + attribute.type() + " twice: the second is left out");
        } else if (attribute.has(RawAttribute.TRANSITIVE)) {
            // RFC 4271, section 9: handed on with the Partial bit; one that is not transitive is quietly ignored.
            unknown.add(attribute.partial());
        }
    }

    private void readOne(RawAttribute attribute) {
        AttributeType type = AttributeType.ofId(attribute.type()).orElseThrow();
        try {
            if (!type.hasRightFlags(attribute)) {
                throw attribute.value().reader().malformed("Attribute Flags", "0x%02x".formatted(attribute.flags()));
            }
            readValue(type, attribute.value());
        } catch (MalformedMessageException e) {
            fault(type.remedy(), type + ": " + e.getMessage());
        }
    }

    private void readValue(AttributeType type, Octets value) throws MalformedMessageException {
        OctetReader in = value.reader();
        switch (type) {
            case ORIGIN -> {
                int id = in.uint8("Origin");
                origin = Optional.of(Origin.ofId(id).orElseThrow(() -> in.malformed("Origin", "unknown value " + id)));
            }
            case AS_PATH -> asPath = Optional.of(AsPath.decode(in.rest(), width));
            case NEXT_HOP -> nextHop = Optional.of(readNextHop(in));
            case MULTI_EXIT_DISC -> med = OptionalLong.of(in.uint32("MULTI_EXIT_DISC"));
            case ATOMIC_AGGREGATE -> {
                in.requireEnd("ATOMIC_AGGREGATE");
                atomicAggregate = true;
            }
            case AGGREGATOR -> aggregator = Optional.of(readAggregator(in, width));
            case COMMUNITIES -> communities = readCommunities(in);
            case AS4_PATH -> as4Path = fromNarrow(AsPath.decode(in.rest(), AsWidth.FOUR));
            case AS4_AGGREGATOR -> as4Aggregator = fromNarrow(readAggregator(in, AsWidth.FOUR));
            default -> in.rest();
        }
        in.requireEnd(type.name());
    }

    private static Ipv4Address readNextHop(OctetReader in) throws MalformedMessageException {
        int bits = in.int32("NEXT_HOP");
        // RFC 4271, section 6.3: it must be an address of a host.
        if (bits == 0 || bits >>> 28 >= 0xe || bits >>> 24 == 127) {
            throw in.malformed("NEXT_HOP", new Ipv4Address(bits) + " is no address of a host");
        }
        return new Ipv4Address(bits);
    }

    private static PathAttributes.Aggregator readAggregator(OctetReader in, AsWidth width)
            throws MalformedMessageException {
        return new PathAttributes.Aggregator(width.read(in, "Aggregator AS"), new Ipv4Address(in.int32("Aggregator")));
    }

    private static List<Long> readCommunities(OctetReader in) throws MalformedMessageException {
        List<Long> read = new ArrayList<>();
        do {
            read.add(in.uint32("Community"));
        } while (in.remaining() > 0);
        return read;
    }

    /** RFC 6793, section 6: from a neighbour that speaks four octets, AS4_PATH and AS4_AGGREGATOR are discarded. */
    private <T> Optional<T> fromNarrow(T value) {
        if (width == AsWidth.FOUR) {
            fault(AttributeType.Remedy.DISCARD, "AS4 attribute in a session of four octets");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private UpdateOutcome outcome(UpdateMessage update) throws BgpException {
        if (!update.stray().isEmpty()) {
            fault(AttributeType.Remedy.WITHDRAW, "an attribute runs over the end");
        }
        boolean announces = !update.announced().isEmpty();
        if (announces
                && !(known.containsKey(AttributeType.ORIGIN)
                        && known.containsKey(AttributeType.AS_PATH)
                        && known.containsKey(AttributeType.NEXT_HOP))) {
            fault(AttributeType.Remedy.WITHDRAW, "ORIGIN, AS_PATH or NEXT_HOP is missing");
        }
        if (withdraw && !announces) {
            // RFC 7606, section 5.2: where no prefix was read, it may be the prefixes that were lost.
            throw ErrorCode.MALFORMED_ATTRIBUTE_LIST.because(String.join("; ", faults));
        }
        List<Ipv4Prefix> withdrawn = new ArrayList<>(update.withdrawn());
        if (withdraw) {
            withdrawn.addAll(update.announced());
        }
        boolean usable = announces && !withdraw;
        return new UpdateOutcome(
                withdrawn,
                usable ? update.announced() : List.of(),
                usable ? Optional.of(attributes()) : Optional.empty(),
                faults);
    }

    /** RFC 6793, section 4.2.3: an AGGREGATOR of a true two-octet AS shows that the AS4 attributes are out of date. */
    private PathAttributes attributes() {
        boolean outdated = aggregator.filter(a -> a.as() != AsWidth.AS_TRANS).isPresent() && as4Aggregator.isPresent();
        AsPath narrow = asPath.orElseThrow();
        return new PathAttributes(
                origin.orElseThrow(),
                outdated ? narrow : as4Path.map(narrow::mergedWith).orElse(narrow),
                nextHop.orElseThrow(),
                med,
                OptionalLong.empty(),
                atomicAggregate,
                outdated || as4Aggregator.isEmpty() || aggregator.isEmpty() ? aggregator : as4Aggregator,
                communities,
                unknown);
    }

    private void fault(AttributeType.Remedy remedy, String what) {
        faults.add(what);
        withdraw |= remedy == AttributeType.Remedy.WITHDRAW;
    }
}
