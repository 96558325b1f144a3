package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.glue.Sites;
import io.vpntck.steps.glue.World;
import java.util.List;
import java.util.stream.IntStream;

/** The customer's gateways by number: 1 is the one under test, the others follow in the order in which they were made. */
public final class AllSites {
    private final World world;
    private final Tunnels tunnels;
    private final Sites sites;

    public AllSites(World world, Tunnels tunnels, Sites sites) {
        this.world = world;
        this.tunnels = tunnels;
        this.sites = sites;
    }

    List<Integer> numbers() {
        return IntStream.rangeClosed(1, sites.all().size() + 1).boxed().toList();
    }

    GatewayUnderTest gateway(int site) {
        return site == 1 ? world.testbed().gateway() : other(site).gateway();
    }

    private Sites.Site other(int site) {
        return sites.all().get(site - 2);
    }

    /** The AWS side's outside addresses of the site's connection. */
    List<Ipv4Address> outside(int site) {
        return site == 1 ? tunnels.outside() : other(site).outside();
    }

    /** The AWS side's inside addresses of the site's connection. */
    List<Ipv4Address> inside(int site) {
        return site == 1 ? tunnels.inside() : other(site).inside();
    }

    Ipv4Address host(int site) {
        return gateway(site).lanHost().address();
    }

    String connectionId(int site) {
        return site == 1 ? world.vpnConnectionId().orElseThrow() : other(site).connectionId();
    }
}
