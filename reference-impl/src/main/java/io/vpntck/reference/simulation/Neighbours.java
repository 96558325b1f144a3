package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attachments of a segment: the one with the longest prefix that holds an address, and of these the first attached.
 *
 * <p>Attachments with one host address that stays are found by it; only the others are looked through.
 */
final class Neighbours {
    private final Map<Ipv4Address, List<Attachment>> hosts = new HashMap<>();
    private final List<Attachment> others = new ArrayList<>();
    private final Map<Attachment, Long> orders = new HashMap<>();
    private long nextOrder;

    void add(Attachment attachment) {
        orders.put(attachment, nextOrder++);
        among(attachment).add(attachment);
    }

    void remove(Attachment attachment) {
        orders.remove(attachment);
        among(attachment).remove(attachment);
    }

    private List<Attachment> among(Attachment attachment) {
        return attachment
                .host()
                .map(address -> hosts.computeIfAbsent(address, a -> new ArrayList<>()))
                .orElse(others);
    }

    /** Where a packet to {@code destination} goes that comes from {@code from}. */
    Optional<Attachment> route(Attachment from, Ipv4Address destination) {
        Attachment best = null;
        int longest = -1;
        for (Attachment host : hosts.getOrDefault(destination, List.of())) {
            if (host != from && best == null) {
                best = host;
                longest = 32;
            }
        }
        for (Attachment other : others) {
            int length = other == from
                    ? -1
                    : other.match(destination).map(Ipv4Prefix::length).orElse(-1);
            if (length > longest || length >= 0 && length == longest && orders.get(other) < orders.get(best)) {
                best = other;
                longest = length;
            }
        }
        return Optional.ofNullable(best);
    }
}
