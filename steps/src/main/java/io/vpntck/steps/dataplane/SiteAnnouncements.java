package io.vpntck.steps.dataplane;

import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.bgp.RawAttribute;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.BgpView;
import io.vpntck.steps.capture.ObservedBgp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is announced by BGP through the tunnels of each site, as it is seen in them. */
public final class SiteAnnouncements {
    private static final int AS_PATH = 2;

    private final Tunnels tunnels;
    private final AllSites sites;

    public SiteAnnouncements(Tunnels tunnels, AllSites sites) {
        this.tunnels = tunnels;
        this.sites = sites;
    }

    /** What the AWS side announces through a tunnel now: a prefix, and the path in the words of the features. */
    Map<String, String> byAws(int site, int tunnel) {
        return inForce(messages(site, tunnel, sites.inside(site).get(tunnel - 1)));
    }

    /** What the gateway of a site announces through a tunnel now. */
    Map<String, String> byGateway(int site, int tunnel) {
        return inForce(messages(site, tunnel, sites.inside(site).get(tunnel - 1).plus(1)));
    }

    /** When the AWS side has withdrawn a prefix through a tunnel for the first time since then. */
    Optional<Instant> withdrawn(int site, int tunnel, Ipv4Prefix prefix, Instant since) {
        return messages(site, tunnel, sites.inside(site).get(tunnel - 1)).stream()
                .filter(m -> !m.time().isBefore(since))
                .filter(m -> m.message() instanceof UpdateMessage update
                        && update.withdrawn().contains(prefix))
                .map(ObservedBgp::time)
                .findFirst();
    }

    private List<ObservedBgp> messages(int site, int tunnel, Ipv4Address side) {
        return BgpView.of(tunnels.view(), sites.outside(site).get(tunnel - 1)).messages().stream()
                .filter(m -> m.source().equals(side))
                .toList();
    }

    private static Map<String, String> inForce(List<ObservedBgp> messages) {
        Map<Ipv4Prefix, String> now = new HashMap<>();
        for (ObservedBgp observed : messages) {
            if (observed.message() instanceof OpenMessage) {
                now.clear();
            } else if (observed.message() instanceof UpdateMessage update) {
                update.withdrawn().forEach(now::remove);
                update.announced().forEach(prefix -> now.put(prefix, path(update)));
            }
        }
        Map<String, String> words = new TreeMap<>();
        now.forEach((prefix, path) -> words.put(prefix.toString(), path));
        return words;
    }

    private static String path(UpdateMessage update) {
        return update.attributes().stream()
                .filter(attribute -> attribute.type() == AS_PATH)
                .map(attribute -> path(attribute))
                .findFirst()
                .orElse("none");
    }

    /** RFC 4271, section 4.3 (b), with numbers of four octets: segments of a type, a count, and so many numbers. */
    private static String path(RawAttribute attribute) {
        Octets value = attribute.value();
        List<String> ases = new ArrayList<>();
        for (int at = 0; at + 1 < value.length(); ) {
            int count = value.at(at + 1) & 0xff;
            at += 2;
            for (int i = 0; i < count && at + 3 < value.length(); i++, at += 4) {
                long as = 0;
                for (int octet = 0; octet < 4; octet++) {
                    as = as << 8 | value.at(at + octet) & 0xff;
                }
                ases.add(Long.toString(as));
            }
        }
        return String.join(" ", ases);
    }
}
