package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one external neighbour is told of changes in the {@link RoutingTable}: the best routes of the others, with the own AS before
 * the path and the own address as next hop; never a route back to where it came from.
 *
 * @param announced prefixes by the attributes that they share
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-9.1.3">RFC 4271, section 9.1.3</a>
 */
public record Announcement(List<Ipv4Prefix> withdrawn, Map<PathAttributes, List<Ipv4Prefix>> announced) {

    /** For {@code to}, from the speaker of {@code ownAs} whose end of that session is {@code ownAddress}. */
    public static Announcement of(List<RoutingTable.Change> changes, Neighbour to, long ownAs, Ipv4Address ownAddress) {
        List<Ipv4Prefix> withdrawn = new ArrayList<>();
        Map<PathAttributes, List<Ipv4Prefix>> asLearned = new LinkedHashMap<>();
        for (RoutingTable.Change change : changes) {
            if (change.now().filter(route -> !route.from().equals(to)).isPresent()) {
                asLearned
                        .computeIfAbsent(change.now().get().attributes(), a -> new ArrayList<>())
                        .add(change.prefix());
            } else if (change.before().filter(route -> !route.from().equals(to)).isPresent()) {
                withdrawn.add(change.prefix());
            }
        }
        Map<PathAttributes, List<Ipv4Prefix>> announced = new LinkedHashMap<>();
        asLearned.forEach((attributes, prefixes) -> announced
                .computeIfAbsent(attributes.toExternalPeer(ownAs, ownAddress), a -> new ArrayList<>())
                .addAll(prefixes));
        return new Announcement(withdrawn, announced);
    }
}
