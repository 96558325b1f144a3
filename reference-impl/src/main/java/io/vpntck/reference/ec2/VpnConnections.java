package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.ConnectionRule.Breach;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The VPN connections of one region: made, shown and deleted by the rules. {@link ConnectedTunnels} are what the data
 * plane has of them.
 */
public final class VpnConnections {
    private static final String PARAMETER = "VpnConnectionId";

    private final AwsRegion region;
    private final OutsideAddresses addresses;
    private final Enforcement rules;
    private final Categories categories;
    private final FalseRefusals falseRefusals;
    private final TunnelValues values;
    private final ShownTunnels shownTunnels;
    private final Map<String, VpnConnection> connections = new LinkedHashMap<>();

    VpnConnections(AwsRegion region, OutsideAddresses addresses, Entropy entropy, Enforcement rules) {
        this.region = region;
        this.addresses = addresses;
        this.rules = rules;
        this.categories = new Categories(rules);
        this.falseRefusals = new FalseRefusals(rules);
        this.values = new TunnelValues(rules, entropy);
        this.shownTunnels = new ShownTunnels(rules);
    }

    /** Everything that speaks against a connection, as it would be refused now; empty when it may be created. */
    public List<Rejection> check(ConnectionRequest request) {
        List<Rejection> missing = new ArrayList<>();
        refusalOf(() -> region.vpnGateway(request.vpnGatewayId())).ifPresent(missing::add);
        refusalOf(() -> region.customerGateway(request.customerGatewayId())).ifPresent(missing::add);
        return missing.isEmpty()
                ? breaches(
                                request,
                                region.vpnGateway(request.vpnGatewayId()),
                                region.customerGateway(request.customerGatewayId()))
                        .stream()
                        .map(Breach::rejection)
                        .toList()
                : missing;
    }

    private static Optional<Rejection> refusalOf(Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (RejectedRequestException e) {
            return Optional.of(e.rejection());
        }
    }

    /**
     * Makes a connection, or gives back the one that these two gateways have.
     *
     * @throws RejectedRequestException for the first that {@link #check} says
     */
    public VpnConnection create(ConnectionRequest request) {
        VpnGateway vpnGateway = region.vpnGatewayToConnect(request.vpnGatewayId());
        CustomerGateway customerGateway = region.customerGatewayToConnect(request.customerGatewayId());
        rules.demand(breaches(request, vpnGateway, customerGateway));
        falseRefusals.ofConnection(
                request,
                customerGateway,
                alive().filter(c -> c.vpnGateway() == vpnGateway).toList(),
                alive().toList());
        return between(vpnGateway, customerGateway)
                .filter(c -> !rules.commits(ControlPlaneFault.DUPLICATES_CONNECTION))
                .map(c -> rules.commits(ControlPlaneFault.MODIFIES_ON_REPEAT) ? modify(c, request.tunnels()) : c)
                .orElseGet(() -> add(request, vpnGateway, customerGateway));
    }

    /** As {@link #create(ConnectionRequest)}. */
    public VpnConnection create(
            String vpnGatewayId, String customerGatewayId, boolean staticRoutesOnly, List<TunnelOptions> options) {
        return create(new ConnectionRequest(vpnGatewayId, customerGatewayId, staticRoutesOnly, options));
    }

    /** What no documented call does: gives the tunnels of a connection other values. */
    private VpnConnection modify(VpnConnection old, List<TunnelOptions> options) {
        rules.beforeChange();
        List<Ipv4Address> outside =
                old.tunnels().stream().map(VpnTunnel::outsideAddress).toList();
        VpnConnection changed = new VpnConnection(
                old.id(),
                old.vpnGateway(),
                old.customerGateway(),
                old.staticRoutesOnly(),
                old.category(),
                tunnels(values.ofBoth(options), outside, old.vpnGateway(), Optional.empty()),
                region.now());
        connections.put(changed.id(), changed);
        return changed;
    }

    private List<Breach> breaches(ConnectionRequest request, VpnGateway vpnGateway, CustomerGateway customerGateway) {
        List<Breach> all =
                new ArrayList<>(ConnectionRules.breaches(request, surroundings(vpnGateway, customerGateway)));
        all.addAll(categories.breaches(vpnGateway, customerGateway, request.tunnels(), alive().toList()));
        return all;
    }

    private ConnectionSurroundings surroundings(VpnGateway vpnGateway, CustomerGateway customerGateway) {
        Optional<VpnConnection> same = between(vpnGateway, customerGateway);
        return new ConnectionSurroundings(
                vpnGateway.amazonSideAsn(),
                customerGateway.bgpAsn(),
                blocks(vpnGateway, same),
                same.isPresent(),
                alive().filter(c -> c.vpnGateway() == vpnGateway).count(),
                alive().count(),
                region.quotas().of(Quota.VPN_CONNECTIONS_OF_A_GATEWAY),
                region.quotas().of(Quota.VPN_CONNECTIONS));
    }

    private Optional<VpnConnection> between(VpnGateway vpnGateway, CustomerGateway customerGateway) {
        return connections.values().stream()
                .filter(c -> c.lifecycle().exists()
                        && c.vpnGateway() == vpnGateway
                        && c.customerGateway() == customerGateway)
                .findFirst();
    }

    /** The blocks of a virtual private gateway, without those of one connection. */
    private Set<Ipv4Prefix> blocks(VpnGateway vpnGateway, Optional<VpnConnection> without) {
        return connections.values().stream()
                .filter(c -> c.lifecycle().exists() && c.vpnGateway() == vpnGateway)
                .filter(c -> without.filter(w -> w == c).isEmpty())
                .flatMap(c -> c.tunnels().stream())
                .map(VpnTunnel::insideCidr)
                .collect(Collectors.toSet());
    }

    /** Those that are not deleted, as seen from outside: one that is being deleted still has its place. */
    private Stream<VpnConnection> alive() {
        return connections.values().stream().filter(c -> !c.state(region.now()).equals("deleted"));
    }

    private VpnConnection add(ConnectionRequest request, VpnGateway vpnGateway, CustomerGateway customerGateway) {
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
        Optional<String> copied = other.filter(c -> rules.commits(ControlPlaneFault.REUSES_KEYS))
                .map(c -> c.tunnels().get(0).preSharedKey());
        List<TunnelOptions> options = values.ofBoth(
                rules.commits(ControlPlaneFault.RECREATES_WITH_OLD_OPTIONS)
                        ? deleted(vpnGateway, customerGateway).orElse(request.tunnels())
                        : request.tunnels());
        List<VpnTunnel> tunnels = tunnels(options, outside, vpnGateway, copied);
        Category category = categories.ofNew(vpnGateway, customerGateway, connections.values());
        VpnConnection connection = new VpnConnection(
                region.newId("vpn"), vpnGateway, customerGateway, request.staticRoutesOnly(), category, tunnels, now);
        other.filter(c -> rules.commits(ControlPlaneFault.COPIES_STATIC_ROUTES))
                .ifPresent(c -> c.staticRoutes().forEach(prefix -> connection.addRoute(prefix, now)));
        connections.put(connection.id(), connection);
        return connection;
    }

    private List<VpnTunnel> tunnels(
            List<TunnelOptions> options, List<Ipv4Address> outside, VpnGateway vpnGateway, Optional<String> copiedKey) {
        List<Ipv4Prefix> blocks = values.blocks(options, blocks(vpnGateway, Optional.empty()));
        List<VpnTunnel> tunnels = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            TunnelOptions tunnel = options.get(i);
            String key = copiedKey.filter(k -> tunnel.preSharedKey().isEmpty()).orElseGet(() -> values.key(tunnel));
            tunnels.add(new VpnTunnel(outside.get(i), key, blocks.get(i), region.now()));
        }
        return tunnels;
    }

    /** The values of the tunnels that a deleted connection between these gateways had. */
    private Optional<List<TunnelOptions>> deleted(VpnGateway vpnGateway, CustomerGateway customerGateway) {
        return connections.values().stream()
                .filter(c -> !c.lifecycle().exists()
                        && c.vpnGateway() == vpnGateway
                        && c.customerGateway() == customerGateway)
                .map(c -> c.tunnels().stream()
                        .map(t -> new TunnelOptions(
                                Optional.of(t.insideCidr().toString()), Optional.of(t.preSharedKey())))
                        .toList())
                .findFirst();
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

    /** The tunnels that the telemetry shows. */
    public List<VpnTunnel> shownTunnels(VpnConnection connection) {
        return shownTunnels.inTelemetry(connection);
    }

    /** The outside address of a tunnel that answers show. */
    public Ipv4Address shownAddress(VpnConnection connection, VpnTunnel tunnel) {
        return shownTunnels.address(connection, tunnel);
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
            if (!rules.commits(ControlPlaneFault.KEEPS_TUNNELS_OF_DELETED)) {
                addresses.giveBack(connection.tunnels().stream()
                        .map(VpnTunnel::outsideAddress)
                        .toList());
            }
        }
    }

    boolean use(VpnGateway gateway) {
        return alive().anyMatch(c -> c.vpnGateway() == gateway);
    }

    boolean use(CustomerGateway gateway) {
        return alive().anyMatch(c -> c.customerGateway() == gateway);
    }

    /** Every connection there ever was, deleted ones as well; a view. */
    Collection<VpnConnection> ever() {
        return Collections.unmodifiableCollection(connections.values());
    }
}
