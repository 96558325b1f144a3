package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one peer is told, and the UPDATE messages that tell it: routes with the same attributes share a message as long as it has
 * room.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-9.2">RFC 4271, section 9.2</a>
 */
final class AdjRibOut {
    /** Header, and the two fields of length. */
    private static final int FIXED = 23;

    /** A prefix of 32 bits, with its length. */
    private static final int LONGEST_PREFIX = 5;

    private final Map<Ipv4Prefix, PathAttributes> routes = new LinkedHashMap<>();

    /** Notes the routes; those that the peer does not know in this form yet. */
    List<Ipv4Prefix> put(List<Ipv4Prefix> prefixes, PathAttributes attributes) {
        List<Ipv4Prefix> changed = new ArrayList<>();
        for (Ipv4Prefix prefix : prefixes) {
            if (!attributes.equals(routes.put(prefix, attributes))) {
                changed.add(prefix);
            }
        }
        return changed;
    }

    /** Forgets the routes; those that the peer knew. */
    List<Ipv4Prefix> remove(List<Ipv4Prefix> prefixes) {
        List<Ipv4Prefix> known = new ArrayList<>();
        for (Ipv4Prefix prefix : prefixes) {
            if (routes.remove(prefix) != null) {
                known.add(prefix);
            }
        }
        return known;
    }

    /** All of it, for a peer that has just come up or asks again. */
    List<UpdateMessage> everything(AsWidth width) {
        Map<PathAttributes, List<Ipv4Prefix>> alike = new LinkedHashMap<>();
        routes.forEach((prefix, attributes) ->
                alike.computeIfAbsent(attributes, a -> new ArrayList<>()).add(prefix));
        List<UpdateMessage> messages = new ArrayList<>();
        alike.forEach((attributes, prefixes) -> messages.addAll(announcing(prefixes, attributes, width)));
        return messages;
    }

    /** RFC 4271, section 9.2: routes whose attributes leave no room in a message are not announced, and no longer held by the peer. */
    static List<UpdateMessage> announcing(List<Ipv4Prefix> prefixes, PathAttributes attributes, AsWidth width) {
        List<RawAttribute> written = AttributeWriter.write(attributes, width);
        int taken = written.stream().mapToInt(a -> a.encoded().length()).sum();
        int room = BgpMessage.LONGEST - FIXED - taken;
        if (room < LONGEST_PREFIX) {
            return withdrawing(prefixes);
        }
        return split(prefixes, room).stream()
                .map(part -> UpdateMessage.announcing(written, part))
                .toList();
    }

    static List<UpdateMessage> withdrawing(List<Ipv4Prefix> prefixes) {
        return split(prefixes, BgpMessage.LONGEST - FIXED).stream()
                .map(UpdateMessage::withdrawing)
                .toList();
    }

    private static List<List<Ipv4Prefix>> split(List<Ipv4Prefix> prefixes, int room) {
        List<List<Ipv4Prefix>> parts = new ArrayList<>();
        int start = 0;
        int size = 0;
        for (int i = 0; i < prefixes.size(); i++) {
            int more = PrefixCodec.size(prefixes.get(i));
            if (size + more > room) {
                parts.add(prefixes.subList(start, i));
                start = i;
                size = 0;
            }
            size += more;
        }
        if (start < prefixes.size()) {
            parts.add(prefixes.subList(start, prefixes.size()));
        }
        return parts;
    }
}
