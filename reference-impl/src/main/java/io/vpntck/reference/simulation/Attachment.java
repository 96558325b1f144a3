package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A link of a node on a segment, and the prefixes that are reached there; these may change while it is attached. */
final class Attachment {
    private final IpNode node;
    private final String link;
    private final Segment segment;
    private final Supplier<List<Ipv4Prefix>> prefixes;
    private final Optional<Ipv4Address> host;
    private List<Ipv4Prefix> latest = List.of();
    private Set<Ipv4Prefix> hosts = Set.of();
    private List<Ipv4Prefix> networks = List.of();

    /** @param host the one address that is ever reached here; empty if there is no such */
    Attachment(
            IpNode node,
            String link,
            Segment segment,
            Supplier<List<Ipv4Prefix>> prefixes,
            Optional<Ipv4Address> host) {
        this.host = host;
        this.node = node;
        this.link = link;
        this.segment = segment;
        this.prefixes = prefixes;
    }

    IpNode node() {
        return node;
    }

    String link() {
        return link;
    }

    Segment segment() {
        return segment;
    }

    Optional<Ipv4Address> host() {
        return host;
    }

    /** The longest of this attachment's prefixes that holds the address. */
    Optional<Ipv4Prefix> match(Ipv4Address address) {
        sort(prefixes.get());
        Ipv4Prefix itself = Ipv4Prefix.host(address);
        return hosts.contains(itself)
                ? Optional.of(itself)
                : networks.stream()
                        .filter(prefix -> prefix.contains(address))
                        .max(Comparator.comparingInt(Ipv4Prefix::length));
    }

    /** There may be thousands of hosts: they are found without looking through them, while they stay the same. */
    private void sort(List<Ipv4Prefix> now) {
        if (now == latest) {
            return;
        }
        latest = now;
        Map<Boolean, List<Ipv4Prefix>> byKind =
                now.stream().collect(Collectors.partitioningBy(prefix -> prefix.length() == 32));
        hosts = Set.copyOf(byKind.get(true));
        networks = byKind.get(false);
    }
}
