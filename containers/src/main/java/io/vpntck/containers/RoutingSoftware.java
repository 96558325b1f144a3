package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.testbed.GatewayDescription;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What speaks BGP on a strongSwan gateway. Each makes a gateway of its own of it. */
enum RoutingSoftware {
    NONE("strongswan-static", "strongSwan", "static routes", List.of(), "/dev/null", (configuration, announced) -> {
        throw new IllegalArgumentException(
                "strongswan-static has no BGP, and connection " + configuration.connectionId() + " is a dynamic one");
    }),
    BIRD(
            "strongswan-bird",
            "strongSwan and BIRD",
            "BGP or static routes",
            List.of("bird2"),
            BirdRouting.LOG,
            BirdRouting::new),
    FRR(
            "strongswan-frr",
            "strongSwan and FRR",
            "BGP or static routes",
            List.of("frr"),
            FrrRouting.LOG,
            FrrRouting::new);

    private static final Set<Capability> ALL = EnumSet.of(
            Capability.IKEV1,
            Capability.ON_DEMAND,
            Capability.NAT_TRAVERSAL,
            Capability.STATIC_ROUTES,
            Capability.LAN_HOST,
            Capability.INTERFACE_MTU,
            Capability.LAB);

    /** As in {@code --gateway}. */
    final String gateway;

    /** Debian's, besides those of strongSwan. */
    final List<String> packages;

    /** A file in the guest. */
    final String log;

    private final String product;
    private final String summary;
    private final BiFunction<VpnConfiguration, List<Ipv4Prefix>, Routing> dynamic;

    RoutingSoftware(
            String gateway,
            String product,
            String summary,
            List<String> packages,
            String log,
            BiFunction<VpnConfiguration, List<Ipv4Prefix>, Routing> dynamic) {
        this.gateway = gateway;
        this.product = product;
        this.summary = summary;
        this.packages = packages;
        this.log = log;
        this.dynamic = dynamic;
    }

    /** @throws IllegalArgumentException for a name that is none of these gateways */
    static RoutingSoftware of(String gateway) {
        for (RoutingSoftware software : values()) {
            if (software.gateway.equals(gateway)) {
                return software;
            }
        }
        throw new IllegalArgumentException("there is no gateway " + gateway + " in containers");
    }

    Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.copyOf(ALL);
        if (this != NONE) {
            capabilities.add(Capability.BGP);
            capabilities.add(Capability.BGP_ANNOUNCE);
        }
        return capabilities;
    }

    GatewayDescription description() {
        return new GatewayDescription(
                gateway,
                "live",
                product + " of Debian 12 on a kernel of its own",
                capabilities(),
                summary + ", two VTIs, tunnels raised by traffic; needs a container engine");
    }

    /**
     * The routing of a connection of either kind.
     *
     * @throws IllegalArgumentException for a dynamic one where nothing speaks BGP
     */
    Routing of(VpnConfiguration configuration, Ipv4Prefix vpc, Ipv4Prefix lan) {
        return configuration.staticRoutesOnly() ? new StaticRouting(vpc) : dynamic.apply(configuration, List.of(lan));
    }
}
