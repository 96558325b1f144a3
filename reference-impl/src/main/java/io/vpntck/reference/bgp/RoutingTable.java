package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Loc-RIB of a speaker with many neighbours: what each announced, and the best route to each prefix.
 *
 * <p>Every change tells which best routes it changed; its cost grows with the prefixes that it names and the neighbours that
 * announce them, not with the table.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-9.1">RFC 4271, section 9.1</a>
 */
public final class RoutingTable {
    private final BestPath rules;
    private final PrefixMap<Candidates> candidates = new PrefixMap<>();
    private final Map<Neighbour, PrefixMap<LearnedRoute>> learned = new HashMap<>();

    public RoutingTable(BestPath rules) {
        this.rules = rules;
    }

    /** The best route to a prefix is another one: none before for a new prefix, none now for one that is gone. */
    public record Change(Ipv4Prefix prefix, Optional<LearnedRoute> before, Optional<LearnedRoute> now) {}

    /** Prefixes that can be reached. */
    public int size() {
        return candidates.size();
    }

    public List<Change> learn(Neighbour from, List<Ipv4Prefix> prefixes, PathAttributes attributes) {
        PrefixMap<LearnedRoute> ofPeer = learned.computeIfAbsent(from, peer -> new PrefixMap<>());
        List<Change> changes = new ArrayList<>();
        for (Ipv4Prefix prefix : prefixes) {
            LearnedRoute route = new LearnedRoute(prefix, attributes, from);
            ofPeer.put(prefix, route);
            Candidates here = candidates.get(prefix).orElseGet(() -> added(prefix));
            Optional<LearnedRoute> before = here.best();
            here.put(route, rules);
            note(prefix, before, here.best(), changes);
        }
        return changes;
    }

    public List<Change> withdraw(Neighbour from, List<Ipv4Prefix> prefixes) {
        PrefixMap<LearnedRoute> ofPeer = learned.getOrDefault(from, new PrefixMap<>());
        List<Change> changes = new ArrayList<>();
        for (Ipv4Prefix prefix : prefixes) {
            if (ofPeer.remove(prefix).isPresent()) {
                forget(from, prefix, changes);
            }
        }
        return changes;
    }

    /** The session with {@code from} is over: its routes are gone. */
    public List<Change> down(Neighbour from) {
        List<Change> changes = new ArrayList<>();
        Optional.ofNullable(learned.remove(from))
                .ifPresent(routes -> routes.forEach((prefix, route) -> forget(from, prefix, changes)));
        return changes;
    }

    public Optional<LearnedRoute> best(Ipv4Prefix prefix) {
        return candidates.get(prefix).flatMap(Candidates::best);
    }

    /** All routes to {@code prefix}, the best in front. */
    public List<LearnedRoute> routes(Ipv4Prefix prefix) {
        return candidates.get(prefix).map(Candidates::all).orElse(List.of());
    }

    /** The route that a packet to {@code address} takes: the best one of the longest prefix. */
    public Optional<LearnedRoute> lookUp(Ipv4Address address) {
        return candidates.longestMatch(address).flatMap(Candidates::best);
    }

    /** The whole table, as a neighbour that has just come up is told of it. */
    public List<Change> everything() {
        List<Change> changes = new ArrayList<>(size());
        candidates.forEach((prefix, here) -> changes.add(new Change(prefix, Optional.empty(), here.best())));
        return changes;
    }

    private Candidates added(Ipv4Prefix prefix) {
        Candidates none = new Candidates();
        candidates.put(prefix, none);
        return none;
    }

    private void forget(Neighbour from, Ipv4Prefix prefix, List<Change> changes) {
        Candidates here = candidates.get(prefix).orElseThrow();
        Optional<LearnedRoute> before = here.best();
        here.remove(from, rules);
        if (here.isEmpty()) {
            candidates.remove(prefix);
        }
        note(prefix, before, here.best(), changes);
    }

    private static void note(
            Ipv4Prefix prefix, Optional<LearnedRoute> before, Optional<LearnedRoute> now, List<Change> changes) {
        if (!before.equals(now)) {
            changes.add(new Change(prefix, before, now));
        }
    }
}
