package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A hub and its sites, each with a BGP session of its own over a connection that loses nothing and takes no time: from no session to
 * every site knowing the prefix of every other one, then one site goes and comes again. Prints processor time on one core, and
 * messages.
 */
public final class HubScale {
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private static final Instant NOW = Instant.parse("2018-09-01T00:00:00Z");
    private static final long HUB_AS = 64512;

    private final RoutingTable table = new RoutingTable(BestPath.EDITION_2018_09);
    private final List<Site> sites = new ArrayList<>();
    /** Messages on their way, in the order in which they were sent. */
    private final Deque<Runnable> wire = new ArrayDeque<>();

    private long updates;

    private HubScale(int count) {
        for (int i = 0; i < count; i++) {
            sites.add(new Site(i));
        }
    }

    /** Arguments: numbers of sites. */
    public static void main(String[] args) {
        System.out.println("| sites | converged (ms) | UPDATEs | one site gone (ms) | and again (ms) |");
        System.out.println("|---|---|---|---|---|");
        for (String count : args) {
            new HubScale(Integer.parseInt(count)).measure();
        }
    }

    private void measure() {
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        sites.forEach(Site::start);
        long converged = PROCESSOR.getCurrentThreadCpuTime();
        long sent = updates;
        sites.forEach(site -> require(site.known == sites.size() - 1, "site knows " + site.known));
        Site flapping = sites.get(0);
        flapping.stop();
        long gone = PROCESSOR.getCurrentThreadCpuTime();
        require(sites.get(1).known == sites.size() - 2, "withdrawn");
        flapping.start();
        long again = PROCESSOR.getCurrentThreadCpuTime();
        require(sites.get(1).known == sites.size() - 1, "announced again");
        System.out.printf(
                "| %,d | %,.1f | %,d | %,.1f | %,.1f |%n",
                sites.size(), (converged - begun) / 1e6, sent, (gone - converged) / 1e6, (again - gone) / 1e6);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private void deliver() {
        for (Runnable next = wire.poll(); next != null; next = wire.poll()) {
            next.run();
        }
    }

    /** Tells every site but the one it came from. */
    private void spread(List<RoutingTable.Change> changes) {
        for (Site site : sites) {
            if (site.hub.state() instanceof SessionState.Established) {
                site.tell(changes);
            }
        }
    }

    private final class Site {
        private final Ipv4Address hubEnd;
        private final Neighbour neighbour;
        private final BgpSession hub;
        private final BgpSession own;
        private int known;

        Site(int number) {
            hubEnd = new Ipv4Address(0xa9fe_0001 + 4 * number);
            Ipv4Address end = hubEnd.plus(1);
            long as = 4_200_000_000L + number;
            neighbour = new Neighbour(end, end, as);
            hub = new BgpSession(SessionSettings.of(HUB_AS, as, hubEnd).waiting());
            own = new BgpSession(SessionSettings.of(as, HUB_AS, end));
            own.announce(
                    List.of(new Ipv4Prefix(new Ipv4Address(0x0a00_0000 + (number << 8)), 24)),
                    PathAttributes.of(Origin.IGP, AsPath.of(as), end),
                    NOW);
        }

        void start() {
            hub.start(NOW);
            own.start(NOW);
            List<BgpEffect> first = hub.connected(NOW);
            List<BgpEffect> second = own.connected(NOW);
            byHub(first);
            bySite(second);
            deliver();
        }

        void stop() {
            known = 0;
            bySite(own.stop(""));
            deliver();
        }

        void tell(List<RoutingTable.Change> changes) {
            Announcement news = Announcement.of(changes, neighbour, HUB_AS, hubEnd);
            byHub(hub.withdraw(news.withdrawn(), NOW));
            news.announced().forEach((attributes, prefixes) -> byHub(hub.announce(prefixes, attributes, NOW)));
        }

        private void byHub(List<BgpEffect> effects) {
            for (BgpEffect effect : effects) {
                if (effect instanceof BgpEffect.Send send) {
                    count(send.message());
                    wire.add(() -> bySite(own.received(send.message(), NOW)));
                } else if (effect instanceof BgpEffect.Established) {
                    tell(table.everything());
                } else if (effect instanceof BgpEffect.RoutesChanged changed) {
                    changed.attributes()
                            .ifPresent(a -> spread(table.learn(neighbour, changed.announced(), a)));
                } else if (effect instanceof BgpEffect.Down) {
                    spread(table.down(neighbour));
                }
            }
        }

        private void bySite(List<BgpEffect> effects) {
            for (BgpEffect effect : effects) {
                if (effect instanceof BgpEffect.Send send) {
                    count(send.message());
                    wire.add(() -> byHub(hub.received(send.message(), NOW)));
                } else if (effect instanceof BgpEffect.RoutesChanged changed) {
                    known += changed.announced().size() - changed.withdrawn().size();
                }
            }
        }

        private void count(Octets message) {
            updates += message.at(18) == MessageType.UPDATE.id() ? 1 : 0;
        }
    }
}
