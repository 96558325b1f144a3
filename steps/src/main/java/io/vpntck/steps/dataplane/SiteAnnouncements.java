package io.vpntck.steps.dataplane;

import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.capture.Announcements;
import io.vpntck.steps.capture.BgpView;
import io.vpntck.steps.capture.ObservedBgp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is announced by BGP through the tunnels of each site, as it is seen in them. */
public final class SiteAnnouncements {
    private final Tunnels tunnels;
    private final AllSites sites;

    public SiteAnnouncements(Tunnels tunnels, AllSites sites) {
        this.tunnels = tunnels;
        this.sites = sites;
    }

    /** What the AWS side announces through a tunnel now: a prefix, and the path in the words of the features. */
    Map<String, String> byAws(int site, int tunnel) {
        return by(aws(site, tunnel), site, tunnel);
    }

    /** What the gateway of a site announces through a tunnel now. */
    Map<String, String> byGateway(int site, int tunnel) {
        return by(aws(site, tunnel).plus(1), site, tunnel);
    }

    /** When the AWS side has withdrawn a prefix through a tunnel for the first time since then. */
    Optional<Instant> withdrawn(int site, int tunnel, Ipv4Prefix prefix, Instant since) {
        Ipv4Address aws = aws(site, tunnel);
        return messages(site, tunnel).stream()
                .filter(m -> m.source().equals(aws))
                .filter(m -> !m.time().isBefore(since))
                .filter(m -> m.message() instanceof UpdateMessage update
                        && update.withdrawn().contains(prefix))
                .map(ObservedBgp::time)
                .findFirst();
    }

    private List<ObservedBgp> messages(int site, int tunnel) {
        return BgpView.of(tunnels.view(), sites.outside(site).get(tunnel - 1)).messages();
    }

    private Map<String, String> by(Ipv4Address side, int site, int tunnel) {
        Map<String, String> words = new TreeMap<>();
        Announcements.of(messages(site, tunnel), side)
                .paths()
                .forEach((prefix, path) -> words.put(prefix.toString(), path.toString()));
        return words;
    }

    private Ipv4Address aws(int site, int tunnel) {
        return sites.inside(site).get(tunnel - 1);
    }
}
