package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The VPN connections of one region: made by the rules, followed by the data plane. */
public final class VpnConnections implements TunnelInventory {
    private static final String PARAMETER = "VpnConnectionId";

    private final AwsRegion region;
    private final OutsideAddresses addresses;
    private final Entropy entropy;
    private final Enforcement rules;
    private final Categories categories;
    private final Map<String, VpnConnection> connections = new LinkedHashMap<>();

    VpnConnections(AwsRegion region, OutsideAddresses addresses, Entropy entropy, Enforcement rules) {
        this.region = region;
        this.addresses = addresses;
        this.entropy = entropy;
        this.rules = rules;
        this.categories = new Categories(rules);
    }

    /**
     * Makes a connection, or gives back the one that these two gateways have.
     *
     * @param options at most two, for tunnel 1 and tunnel 2
     */
    public VpnConnection create(
            String vpnGatewayId, String customerGatewayId, boolean staticRoutesOnly, List<TunnelOptions> options) {
        VpnGateway vpnGateway = region.vpnGatewayToConnect(vpnGatewayId);
        CustomerGateway customerGateway = region.customerGatewayToConnect(customerGatewayId);
        List<TunnelOptions> both = new ArrayList<>(options);
        while (both.size() < 2) {
            both.add(TunnelOptions.NONE);
        }
        if (both.size() > 2) {
            throw Rejection.ofValue(
                            "Options.TunnelOptions", Integer.toString(options.size()), "a connection has two tunnels")
                    .exception();
        }
        both.forEach(this::check);
        categories.check(vpnGateway, customerGateway, options, alive().toList());
        rules.demand(
                vpnGateway.amazonSideAsn() != customerGateway.bgpAsn(),
                ControlPlaneFault.ACCEPTS_EQUAL_ASNS,
                () -> new Rejection(
                        "AsnConflict",
                        "BgpAsn",
                        Long.toString(customerGateway.bgpAsn()),
                        "the virtual private gateway has the same ASN"));
        if (rules.commits(ControlPlaneFault.SWAPS_TUNNEL_OPTIONS)) {
            Collections.reverse(both);
        }
        List<Ipv4Prefix> cidrs = insideCidrs(vpnGateway, both);
        Optional<VpnConnection> same = connections.values().stream()
                .filter(c -> c.lifecycle().exists()
                        && c.vpnGateway() == vpnGateway
                        && c.customerGateway() == customerGateway)
                .filter(c -> !rules.commits(ControlPlaneFault.DUPLICATES_CONNECTION))
                .findFirst();
        return same.orElseGet(() -> {
            checkPlace(vpnGateway, customerGateway);
            return add(vpnGateway, customerGateway, staticRoutesOnly, both, cidrs);
        });
    }

    private void checkPlace(VpnGateway vpnGateway, CustomerGateway customerGateway) {
        long ofGateway = alive().filter(c -> c.vpnGateway() == vpnGateway).count();
        boolean place = ofGateway < Quotas.VPN_CONNECTIONS_OF_A_GATEWAY && alive().count() < Quotas.VPN_CONNECTIONS;
        int quota = ofGateway < Quotas.VPN_CONNECTIONS_OF_A_GATEWAY
                ? Quotas.VPN_CONNECTIONS
                : Quotas.VPN_CONNECTIONS_OF_A_GATEWAY;
        rules.demand(
                place,
                ControlPlaneFault.UNLIMITED_CONNECTIONS,
                () -> Quotas.exceeded("VpnConnectionLimitExceeded", "VpnGatewayId", vpnGateway.id(), quota));
        if (rules.commits(ControlPlaneFault.ONE_CONNECTION_PER_CUSTOMER_GATEWAY)
                && alive().anyMatch(c -> c.customerGateway() == customerGateway)) {
            throw new Rejection(
                            "InvalidCustomerGateway.DuplicateIpAddress",
                            "CustomerGatewayId",
                            customerGateway.id(),
                            "a connection uses it")
                    .exception();
        }
    }

    /** Those that are not deleted, as seen from outside: one that is being deleted still has its place. */
    private Stream<VpnConnection> alive() {
        return connections.values().stream().filter(c -> !c.state(region.now()).equals("deleted"));
    }

    private void check(TunnelOptions options) {
        options.insideCidr().ifPresent(text -> {
            boolean tolerated = rules.commits(ControlPlaneFault.ACCEPTS_RESERVED_CIDR)
                    && Ipv4Prefix.parse(text)
                            .filter(InsideCidrs.RESERVED::contains)
                            .isPresent();
            if (!tolerated) {
                InsideCidrs.check(text).ifPresent(VpnConnections::refuse);
            }
        });
        options.preSharedKey().ifPresent(key -> {
            boolean tolerated = rules.commits(ControlPlaneFault.ACCEPTS_PSK_LEADING_ZERO)
                    && key.startsWith("0")
                    && PreSharedKeys.check("1" + key.substring(1)).isEmpty();
            if (!tolerated) {
                PreSharedKeys.check(key).ifPresent(VpnConnections::refuse);
            }
        });
    }

    private static void refuse(Rejection rejection) {
        throw rejection.exception();
    }

    private List<Ipv4Prefix> insideCidrs(VpnGateway gateway, List<TunnelOptions> options) {
        Set<Ipv4Prefix> taken = new HashSet<>();
        connections.values().stream()
                .filter(c -> c.lifecycle().exists() && c.vpnGateway() == gateway)
                .forEach(c -> c.tunnels().forEach(tunnel -> taken.add(tunnel.insideCidr())));
        for (TunnelOptions tunnel : options) {
            tunnel.insideCidr().map(Ipv4Prefix::of).ifPresent(cidr -> {
                InsideCidrs.checkUnique(cidr, taken).ifPresent(VpnConnections::refuse);
                taken.add(cidr);
            });
        }
        List<Ipv4Prefix> cidrs = new ArrayList<>();
        for (TunnelOptions tunnel : options) {
            Ipv4Prefix cidr =
                    tunnel.insideCidr().map(Ipv4Prefix::of).orElseGet(() -> InsideCidrs.assign(taken, entropy));
            taken.add(cidr);
            cidrs.add(cidr);
        }
        return cidrs;
    }

    private VpnConnection add(
            VpnGateway vpnGateway,
            CustomerGateway customerGateway,
            boolean staticRoutesOnly,
            List<TunnelOptions> options,
            List<Ipv4Prefix> cidrs) {
        rules.beforeChange();
        List<Ipv4Address> outside = addresses.takeTwo().orElseThrow(() -> new Rejection(
                        "VpnConnectionLimitExceeded",
                        "VpnGatewayId",
                        vpnGateway.id(),
                        "no two outside addresses are left")
                .exception());
        Instant now = region.now();
        Optional<VpnConnection> other =
                alive().filter(c -> c.customerGateway() == customerGateway).findFirst();
        List<VpnTunnel> tunnels = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String key = options.get(i).preSharedKey().orElseGet(() -> other.filter(
                            c -> rules.commits(ControlPlaneFault.REUSES_KEYS))
                    .map(c -> c.tunnels().get(0).preSharedKey())
                    .orElseGet(() -> PreSharedKeys.generate(entropy)));
            tunnels.add(new VpnTunnel(outside.get(i), key, cidrs.get(i), now));
        }
        Category category = categories.ofNew(vpnGateway, customerGateway, connections.values());
        VpnConnection connection = new VpnConnection(
                region.newId("vpn"), vpnGateway, customerGateway, staticRoutesOnly, category, tunnels, now);
        other.filter(c -> rules.commits(ControlPlaneFault.COPIES_STATIC_ROUTES))
                .ifPresent(c -> c.staticRoutes().forEach(prefix -> connection.addRoute(prefix, now)));
        connections.put(connection.id(), connection);
        return connection;
    }

    public List<VpnConnection> all() {
        return connections.values().stream()
                .filter(connection -> connection.lifecycle().isVisible(region.now()))
                .toList();
    }

    public VpnConnection get(String id) {
        VpnConnection connection = connections.get(id);
        boolean visible = connection != null && connection.lifecycle().isVisible(region.now());
        return AwsRegion.found(visible ? connection : null, "InvalidVpnConnectionID.NotFound", PARAMETER, id);
    }

    /** The native XML configuration, as it is handed out. */
    public String configuration(VpnConnection connection) {
        return ConfigurationDocument.of(connection, rules);
    }

    /** The state that describes show. */
    public String state(VpnConnection connection) {
        String state = connection.state(region.now());
        boolean waits = rules.commits(ControlPlaneFault.PENDING_WHILE_UNATTACHED)
                && connection.vpnGateway().attachedVpc().isEmpty();
        return waits && state.equals("available") ? "pending" : state;
    }

    /** Whether connections are made from now on as they were before there was AWS VPN. */
    public void classicProfile(boolean on) {
        categories.classicProfile(on);
    }

    /** The category that describes show; empty when none is. */
    public Optional<String> shownCategory(VpnConnection connection) {
        return categories.shown(connection);
    }

    /** The virtual private gateway that describes show. */
    public VpnGateway shownGateway(VpnConnection connection) {
        VpnGateway own = connection.vpnGateway();
        if (!rules.commits(ControlPlaneFault.MOVES_CONNECTIONS)
                || own.attachedVpc().isPresent()) {
            return own;
        }
        return region.vpnGateways().stream()
                .filter(g -> g.attachedVpc().isPresent() && g.attachedVpc().equals(own.lastVpc()))
                .findFirst()
                .orElse(own);
    }

    public void delete(String id) {
        if (rules.commits(ControlPlaneFault.REMOVES_WHAT_IS_NOT_THERE) && !connections.containsKey(id)) {
            return;
        }
        VpnConnection connection = get(id);
        rules.beforeChange();
        if (connection.lifecycle().exists() && !rules.commits(ControlPlaneFault.KEEPS_DELETED_CONNECTION)) {
            connection.delete(region.now());
            if (rules.commits(ControlPlaneFault.DELETES_OTHER_CONNECTIONS)) {
                alive().filter(c -> c.customerGateway() == connection.customerGateway())
                        .forEach(c -> c.delete(region.now()));
            }
            addresses.giveBack(
                    connection.tunnels().stream().map(VpnTunnel::outsideAddress).toList());
        }
    }

    public void createRoute(String id, String destination) {
        VpnConnection connection = get(id);
        if (rules.commits(ControlPlaneFault.ACCEPTS_MALFORMED_PREFIX)
                && Ipv4Prefix.parse(destination).isEmpty()) {
            return;
        }
        Ipv4Prefix prefix = prefix(destination);
        rules.demand(
                connection.staticRoutesOnly(),
                ControlPlaneFault.ACCEPTS_STATIC_ROUTE_ON_DYNAMIC,
                () -> new Rejection(
                        "InvalidVpnConnection.InvalidType",
                        PARAMETER,
                        id,
                        "a connection with dynamic routing has no static routes"));
        if (!connection.state(region.now()).equals("available")) {
            throw new Rejection("InvalidVpnConnection.InvalidState", PARAMETER, id, "it is not available").exception();
        }
        if (rules.commits(ControlPlaneFault.REFUSES_LARGE_AND_SMALL_PREFIXES)
                && (prefix.length() < 9 || prefix.length() > 30)) {
            throw Rejection.ofValue("DestinationCidrBlock", destination, "its size is not between /9 and /30")
                    .exception();
        }
        rules.beforeChange();
        boolean forgotten = rules.commits(ControlPlaneFault.FORGETS_SECOND_STATIC_ROUTE)
                && !connection.staticRoutes().isEmpty();
        if (!connection.hasRoute(prefix) && !forgotten) {
            connection.addRoute(prefix, region.now());
        }
    }

    public void deleteRoute(String id, String destination) {
        VpnConnection connection = get(id);
        Ipv4Prefix prefix = prefix(destination);
        rules.demand(
                connection.hasRoute(prefix),
                ControlPlaneFault.REMOVES_WHAT_IS_NOT_THERE,
                () -> new Rejection("InvalidRoute.NotFound", "DestinationCidrBlock", destination, "it does not exist"));
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_DELETED_STATIC_ROUTE)) {
            connection.deleteRoute(prefix, region.now());
        }
    }

    private static Ipv4Prefix prefix(String text) {
        return Ipv4Prefix.parse(text).orElseThrow(() -> Rejection.ofValue(
                        "DestinationCidrBlock", text, "it is not a network in CIDR notation")
                .exception());
    }

    boolean use(VpnGateway gateway) {
        return alive().anyMatch(c -> c.vpnGateway() == gateway);
    }

    boolean use(CustomerGateway gateway) {
        return alive().anyMatch(c -> c.customerGateway() == gateway);
    }

    @Override
    public List<TunnelEndpoint> tunnels() {
        List<TunnelEndpoint> endpoints = new ArrayList<>();
        for (VpnConnection connection : connections.values()) {
            if (connection.lifecycle().exists()) {
                for (int i = 0; i < 2; i++) {
                    endpoints.add(endpoint(connection, i));
                }
            }
        }
        return endpoints;
    }

    /** All tunnels that are or were measured, also those of deleted connections; none of AWS Classic VPN is. */
    public List<TunnelLife> tunnelLives() {
        return connections.values().stream()
                .filter(c -> c.category() == Category.AWS_VPN || rules.commits(ControlPlaneFault.MEASURES_CLASSIC))
                .flatMap(connection -> connection.tunnels().stream()
                        .map(tunnel -> new TunnelLife(
                                connection.id(),
                                tunnel.outsideAddress(),
                                connection.lifecycle().created(),
                                connection.lifecycle().deleteRequested(),
                                tunnel.hasBeenUp())))
                .toList();
    }

    private TunnelEndpoint endpoint(VpnConnection connection, int index) {
        VpnTunnel tunnel = connection.tunnels().get(index);
        Optional<Vpc> vpc = connection.vpnGateway().attachedVpc().flatMap(region::findVpc);
        return new TunnelEndpoint(
                connection.id(),
                connection.category(),
                index + 1,
                tunnel.outsideAddress(),
                connection.customerGateway().address(),
                tunnel.preSharedKey(),
                tunnel.insideCidr(),
                connection.staticRoutesOnly(),
                connection.staticRoutes(),
                vpc.map(Vpc::id),
                vpc.map(v -> List.of(v.cidr())).orElse(List.of()),
                vpc.map(v -> returnRoutes(v, connection.vpnGateway())).orElse(List.of()));
    }

    private List<Ipv4Prefix> returnRoutes(Vpc vpc, VpnGateway gateway) {
        Set<Ipv4Prefix> routes = new HashSet<>();
        for (RouteTable table : vpc.routeTables()) {
            table.routes().forEach((destination, target) -> {
                if (target.equals(gateway.id())) {
                    routes.add(destination);
                }
            });
            if (table.propagating().contains(gateway.id())) {
                routes.addAll(propagated(gateway));
            }
        }
        return routes.stream()
                .sorted((a, b) -> a.network().compareTo(b.network()))
                .toList();
    }

    /** What a gateway propagates: the static routes of its connections that are or have been up. */
    public List<Ipv4Prefix> propagated(VpnGateway gateway) {
        return connections.values().stream()
                .filter(c -> c.lifecycle().exists() && c.vpnGateway() == gateway && c.hasBeenUp())
                .flatMap(c -> c.staticRoutes().stream())
                .distinct()
                .toList();
    }

    /** The tunnel with this outside address. */
    Optional<VpnTunnel> tunnel(Ipv4Address outsideAddress) {
        return connections.values().stream()
                .filter(c -> c.lifecycle().exists() && c.hasOutsideAddress(outsideAddress))
                .flatMap(c -> c.tunnels().stream())
                .filter(tunnel -> tunnel.outsideAddress().equals(outsideAddress))
                .findFirst();
    }
}
