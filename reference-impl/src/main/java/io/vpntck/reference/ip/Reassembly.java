package io.vpntck.reference.ip;

import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the destination host does with fragments: puts them together once all are there.
 *
 * <p>Fragments that overlap are never put together, and one that reaches beyond the longest packet is dropped. Of packets that never become whole the oldest are forgotten.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.2">RFC 791, section 3.2, reassembly</a>
 */
public final class Reassembly {
    private static final int MOST_PACKETS = 64;
    private static final int MOST_FRAGMENTS = 1024;
    private static final int MOST_OCTETS = 0xffff;
    private static final int UNIT = 8;

    private final Map<Key, List<Ipv4Packet>> waiting = new LinkedHashMap<>();

    /** Takes a fragment in; answers with the packet that it made whole. A whole packet is answered as it is. */
    public Optional<Ipv4Packet> add(Ipv4Packet packet) {
        if (!packet.isFragment()) {
            return Optional.of(packet);
        }
        if (packet.fragmentOffset() * UNIT + packet.totalLength() > MOST_OCTETS) {
            return Optional.empty();
        }
        Key key = new Key(packet.source(), packet.destination(), packet.protocol(), packet.identification());
        if (!waiting.containsKey(key) && waiting.size() == MOST_PACKETS) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        List<Ipv4Packet> fragments = waiting.computeIfAbsent(key, k -> new ArrayList<>());
        if (fragments.size() < MOST_FRAGMENTS && !fragments.contains(packet)) {
            fragments.add(packet);
        }
        Optional<Ipv4Packet> whole = whole(fragments);
        whole.ifPresent(w -> waiting.remove(key));
        return whole;
    }

    private static Optional<Ipv4Packet> whole(List<Ipv4Packet> fragments) {
        List<Ipv4Packet> sorted = new ArrayList<>(fragments);
        sorted.sort(Comparator.comparingInt(Ipv4Packet::fragmentOffset));
        List<Octets> payload = new ArrayList<>();
        int end = 0;
        for (Ipv4Packet fragment : sorted) {
            if (fragment.fragmentOffset() * UNIT != end) {
                return Optional.empty();
            }
            payload.add(fragment.payload());
            end += fragment.payload().length();
        }
        // Options of another length in the first fragment would make the whole too long.
        if (sorted.get(0).totalLength() - sorted.get(0).payload().length() + end > MOST_OCTETS) {
            return Optional.empty();
        }
        Ipv4Packet last = Collections.max(sorted, Comparator.comparingInt(Ipv4Packet::fragmentOffset));
        return last.moreFragments()
                ? Optional.empty()
                : Optional.of(sorted.get(0).part(0, false, Octets.concat(payload.toArray(Octets[]::new))));
    }

    private record Key(Ipv4Address source, Ipv4Address destination, int protocol, int identification) {}
}
