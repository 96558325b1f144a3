package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the attributes of a route say.
 *
 * @param med MULTI_EXIT_DISC
 * @param localPref only between internal peers
 * @param communities RFC 1997, as numbers of 32 bits
 * @param unknown transitive attributes that are not read here, marked as partial
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-5.1">RFC 4271, section 5.1</a>
 */
public record PathAttributes(
        Origin origin,
        AsPath asPath,
        Ipv4Address nextHop,
        OptionalLong med,
        OptionalLong localPref,
        boolean atomicAggregate,
        Optional<Aggregator> aggregator,
        List<Long> communities,
        List<RawAttribute> unknown) {

    /** RFC 8326, section 3: the session that a route came by is about to end. */
    public static final long GRACEFUL_SHUTDOWN = 0xffff_0000L;

    public PathAttributes {
        communities = List.copyOf(communities);
        unknown = List.copyOf(unknown);
    }

    /** The AS and the speaker that made an aggregate (RFC 4271, section 5.1.7). */
    public record Aggregator(long as, Ipv4Address speaker) {
        public Aggregator {
            AsWidth.requireAs(as);
        }
    }

    /** With the three attributes that every route has, and no other. */
    public static PathAttributes of(Origin origin, AsPath asPath, Ipv4Address nextHop) {
        return new PathAttributes(
                origin,
                asPath,
                nextHop,
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of());
    }

    public PathAttributes withMed(long value) {
        return with(asPath, nextHop, OptionalLong.of(value));
    }

    /** Whether the sender asks to go by other paths while there are any. */
    public boolean isLeaving() {
        return communities.contains(GRACEFUL_SHUTDOWN);
    }

    /**
     * These attributes as an external peer is told of them: the own AS before the path, the own address as next hop, neither MED
     * nor LOCAL_PREF of others (RFC 4271, sections 5.1.2 to 5.1.5).
     */
    public PathAttributes toExternalPeer(long ownAs, Ipv4Address ownAddress) {
        return new PathAttributes(
                origin,
                asPath.prepended(ownAs, 1),
                ownAddress,
                OptionalLong.empty(),
                OptionalLong.empty(),
                atomicAggregate,
                aggregator,
                communities,
                unknown);
    }

    private PathAttributes with(AsPath path, Ipv4Address hop, OptionalLong metric) {
        return new PathAttributes(
                origin, path, hop, metric, localPref, atomicAggregate, aggregator, communities, unknown);
    }
}
