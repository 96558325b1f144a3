package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The gateways of one account in one region; its VPN connections are in {@link VpnConnections}, its VPCs in
 * {@link Network}.
 *
 * <p>Every method that refuses throws {@link RejectedRequestException}, and has then changed nothing.
 */
public final class AwsRegion {
    private final String name;
    private final Supplier<Instant> clock;
    private final Entropy entropy;
    private final Enforcement rules;
    private final VpnGatewayAsns asns;
    private final CustomerGatewayValues customerValues;
    private final Map<String, VpnGateway> vpnGateways = new LinkedHashMap<>();
    private final Map<String, CustomerGateway> customerGateways = new LinkedHashMap<>();
    private final ResourceTags tags;
    private final RegionQuotas quotas;
    private final VpnConnections connections;
    private final StaticRoutes staticRoutes;
    private final ConnectedTunnels tunnels;
    private final Network network;

    AwsRegion(
            String name,
            OutsideAddresses addresses,
            Supplier<Instant> clock,
            Entropy entropy,
            Set<ControlPlaneFault> faults) {
        this.name = name;
        this.clock = clock;
        this.entropy = entropy;
        this.rules = new Enforcement(faults);
        this.tags = new ResourceTags(rules);
        this.quotas = new RegionQuotas(rules);
        this.asns = new VpnGatewayAsns(rules);
        this.customerValues = new CustomerGatewayValues(rules, name);
        this.connections = new VpnConnections(this, addresses, entropy, rules);
        this.staticRoutes = new StaticRoutes(this, connections, rules);
        this.tunnels = new ConnectedTunnels(this, connections, rules);
        this.network = new Network(name, this, rules);
    }

    public Instant now() {
        return clock.get();
    }

    public VpnConnections connections() {
        return connections;
    }

    /** Those of its VPN connections. */
    public StaticRoutes staticRoutes() {
        return staticRoutes;
    }

    /** Those of its VPN connections. */
    public ConnectedTunnels tunnels() {
        return tunnels;
    }

    public String name() {
        return name;
    }

    /** Its VPCs. */
    public Network network() {
        return network;
    }

    public RegionQuotas quotas() {
        return quotas;
    }

    public ResourceTags tags() {
        return tags;
    }

    /** The tags of one resource; a view that cannot be written to. */
    public Map<String, String> tags(String resourceId) {
        return tags.of(resourceId);
    }

    /**
     * Runs a request up to its first change.
     *
     * @throws RejectedRequestException when it breaks a rule
     */
    public void dryRun(Runnable request) {
        rules.dryRun(request);
    }

    /** Stands before the first change of a request. */
    public void beforeChange() {
        rules.beforeChange();
    }

    /** How many changes have begun; what this region shows changes with the clock as well. */
    long changes() {
        return rules.changes();
    }

    /** An id for what is made next: with it the changes begin. */
    String newId(String kind) {
        rules.beforeChange();
        int digits = rules.commits(ControlPlaneFault.ODD_IDS) ? 12 : 17;
        return kind + "-" + entropy.next(9).toHex().substring(18 - digits);
    }

    public void deleteVpc(String id) {
        Vpc vpc = network.vpcs().get(id);
        boolean free =
                vpnGateways.values().stream().noneMatch(g -> g.boundVpc(now()).equals(Optional.of(id)));
        rules.demand(
                free,
                ControlPlaneFault.DELETES_ATTACHED_VPC,
                () -> new Rejection("DependencyViolation", "VpcId", id, "a virtual private gateway is attached to it"));
        rules.beforeChange();
        network.deleteVpc(vpc.id());
        if (rules.commits(ControlPlaneFault.DELETES_GATEWAY_WITH_VPC)) {
            vpnGateways.values().stream()
                    .filter(g -> g.lastVpc().equals(Optional.of(id)))
                    .forEach(g -> g.delete(now()));
        }
        if (rules.commits(ControlPlaneFault.DELETES_CONNECTION_WITH_VPC)) {
            connections.all().stream()
                    .filter(c -> c.vpnGateway().lastVpc().equals(Optional.of(id)))
                    .forEach(c -> c.delete(now()));
        }
    }

    /** Makes a gateway now; without an ASN it gets the default of the day. */
    public VpnGateway createVpnGateway(Optional<String> asn) {
        return addVpnGateway(asn.map(asns::chosen).orElseGet(() -> asns.unasked(name, now())));
    }

    /** Makes a gateway as it would have come into being at an earlier moment. */
    public VpnGateway createVpnGatewayAsOf(Instant created) {
        return addVpnGateway(asns.ofDay(name, created));
    }

    private VpnGateway addVpnGateway(long asn) {
        long there = vpnGateways.values().stream()
                .filter(g -> !g.state(now()).equals("deleted"))
                .count();
        rules.demand(
                there < quotas.of(Quota.VPN_GATEWAYS),
                ControlPlaneFault.UNLIMITED_VPN_GATEWAYS,
                () -> Quotas.exceeded("VpnGatewayLimitExceeded", "Type", "ipsec.1", quotas.of(Quota.VPN_GATEWAYS)));
        if (rules.commits(ControlPlaneFault.DETACHES_OLD_AT_CREATION)) {
            vpnGateways.values().forEach(old -> old.detach(now(), VpnGateway.ATTACHES));
        }
        VpnGateway gateway = new VpnGateway(newId("vgw"), asn, now());
        vpnGateways.put(gateway.id(), gateway);
        if (rules.commits(ControlPlaneFault.ATTACHES_AT_CREATION)) {
            network.vpcs().all().stream()
                    .map(Vpc::id)
                    .filter(this::hasNoGateway)
                    .findFirst()
                    .ifPresent(vpc -> gateway.attach(vpc, now()));
        }
        return gateway;
    }

    public List<VpnGateway> vpnGateways() {
        return vpnGateways.values().stream()
                .filter(gateway -> gateway.lifecycle().isVisible(now()))
                .toList();
    }

    public VpnGateway vpnGateway(String id) {
        return found(findVpnGateway(id).orElse(null), "InvalidVpnGatewayID.NotFound", "VpnGatewayId", id);
    }

    /** One that is listed, deleted or not. */
    public VpnGateway shownVpnGateway(String id) {
        VpnGateway gateway = vpnGateways.get(id);
        boolean shown = gateway != null && gateway.lifecycle().isVisible(now());
        return found(shown ? gateway : null, "InvalidVpnGatewayID.NotFound", "VpnGatewayId", id);
    }

    /** One that is neither deleting nor deleted. */
    Optional<VpnGateway> findVpnGateway(String id) {
        return Optional.ofNullable(vpnGateways.get(id))
                .filter(gateway -> gateway.lifecycle().exists());
    }

    public void attachVpnGateway(String gatewayId, String vpcId) {
        VpnGateway gateway = vpnGateway(gatewayId);
        network.vpcs().get(vpcId);
        if (gateway.attachedVpc().equals(Optional.of(vpcId))) {
            return;
        }
        rules.demand(
                gateway.boundVpc(now()).isEmpty(),
                ControlPlaneFault.ALLOWS_SECOND_VPC,
                () -> new Rejection(
                        "VpnGatewayAttachmentLimitExceeded",
                        "VpnGatewayId",
                        gatewayId,
                        "it is attached to " + gateway.boundVpc(now()).orElseThrow()));
        rules.demand(
                hasNoGateway(vpcId),
                ControlPlaneFault.ALLOWS_SECOND_VPN_GATEWAY,
                () -> new Rejection(
                        "InvalidVpcState", "VpcId", vpcId, "another virtual private gateway is attached to it"));
        if (rules.commits(ControlPlaneFault.REFUSES_LATE_ATTACHMENT) && connections.use(gateway)) {
            throw new Rejection("IncorrectState", "VpnGatewayId", gatewayId, "it has a connection").exception();
        }
        rules.beforeChange();
        gateway.attach(vpcId, now());
        if (rules.commits(ControlPlaneFault.CHANGES_TABLES_BY_ITSELF)) {
            network.tables().of(vpcId).forEach(table -> table.propagating().add(gatewayId));
        }
    }

    private boolean hasNoGateway(String vpcId) {
        return vpnGateways.values().stream().noneMatch(g -> g.boundVpc(now()).equals(Optional.of(vpcId)));
    }

    public void detachVpnGateway(String gatewayId, String vpcId) {
        VpnGateway gateway = vpnGateway(gatewayId);
        boolean attached = gateway.attachedVpc().equals(Optional.of(vpcId));
        rules.demand(
                attached,
                ControlPlaneFault.REMOVES_WHAT_IS_NOT_THERE,
                () -> new Rejection(
                        "InvalidVpnGatewayAttachment.NotFound", "VpcId", vpcId, gatewayId + " is not attached to it"));
        if (!attached) {
            return;
        }
        rules.beforeChange();
        boolean endless = rules.commits(ControlPlaneFault.NEVER_DETACHES);
        network.routes().stopPropagation(vpcId, gatewayId);
        gateway.detach(now(), endless ? Duration.ofDays(365_000) : VpnGateway.ATTACHES);
    }

    public void deleteVpnGateway(String id) {
        VpnGateway gateway = vpnGateway(id);
        rules.demand(
                gateway.boundVpc(now()).isEmpty() && !connections.use(gateway),
                ControlPlaneFault.DELETES_ATTACHED_VPN_GATEWAY,
                () -> new Rejection("IncorrectState", "VpnGatewayId", id, "the VPN gateway is in use"));
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_DELETED_VPN_GATEWAY)) {
            gateway.delete(now());
        }
    }

    /** Makes a gateway, or gives back the one that has the same address and ASN. */
    public CustomerGateway createCustomerGateway(String address, long bgpAsn) {
        Ipv4Address parsed = customerValues.address(address);
        long asn = customerValues.asn(bgpAsn);
        Optional<CustomerGateway> same = customerGateways.values().stream()
                .filter(g -> g.lifecycle().exists() && g.address().equals(parsed))
                .filter(g -> g.bgpAsn() == asn || rules.commits(ControlPlaneFault.ONE_CUSTOMER_GATEWAY_PER_ADDRESS))
                .filter(g -> !rules.commits(ControlPlaneFault.DUPLICATES_CUSTOMER_GATEWAY))
                .findFirst();
        return same.orElseGet(() -> {
            long there = customerGateways.values().stream()
                    .filter(g -> !g.state(now()).equals("deleted"))
                    .count();
            rules.demand(
                    there < quotas.of(Quota.CUSTOMER_GATEWAYS),
                    ControlPlaneFault.UNLIMITED_CUSTOMER_GATEWAYS,
                    () -> Quotas.exceeded(
                            "CustomerGatewayLimitExceeded", "IpAddress", address, quotas.of(Quota.CUSTOMER_GATEWAYS)));
            CustomerGateway gateway = new CustomerGateway(newId("cgw"), parsed, asn, now());
            customerGateways.put(gateway.id(), gateway);
            return gateway;
        });
    }

    public List<CustomerGateway> customerGateways() {
        return customerGateways.values().stream()
                .filter(gateway -> gateway.lifecycle().isVisible(now()))
                .toList();
    }

    public CustomerGateway customerGateway(String id) {
        CustomerGateway gateway = customerGateways.get(id);
        boolean exists = gateway != null && gateway.lifecycle().exists();
        return found(exists ? gateway : null, "InvalidCustomerGatewayID.NotFound", "CustomerGatewayId", id);
    }

    /** One that is listed, deleted or not. */
    public CustomerGateway shownCustomerGateway(String id) {
        CustomerGateway gateway = customerGateways.get(id);
        boolean shown = gateway != null && gateway.lifecycle().isVisible(now());
        return found(shown ? gateway : null, "InvalidCustomerGatewayID.NotFound", "CustomerGatewayId", id);
    }

    /** The gateway that a new connection is to have. */
    VpnGateway vpnGatewayToConnect(String id) {
        if (rules.commits(ControlPlaneFault.MAKES_MISSING_GATEWAYS) && !vpnGateways.containsKey(id)) {
            return createVpnGateway(Optional.empty());
        }
        return rules.commits(ControlPlaneFault.ACCEPTS_DELETED_GATEWAYS) ? shownVpnGateway(id) : vpnGateway(id);
    }

    /** The gateway that a new connection is to have. */
    CustomerGateway customerGatewayToConnect(String id) {
        if (rules.commits(ControlPlaneFault.MAKES_MISSING_GATEWAYS) && !customerGateways.containsKey(id)) {
            return createCustomerGateway("198.18.255.253", 65_000);
        }
        return rules.commits(ControlPlaneFault.ACCEPTS_DELETED_GATEWAYS)
                ? shownCustomerGateway(id)
                : customerGateway(id);
    }

    public void deleteCustomerGateway(String id) {
        CustomerGateway gateway = customerGateway(id);
        rules.demand(
                !connections.use(gateway),
                ControlPlaneFault.DELETES_USED_CUSTOMER_GATEWAY,
                () -> new Rejection("IncorrectState", "CustomerGatewayId", id, "the customer gateway is in use"));
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_DELETED_CUSTOMER_GATEWAY)) {
            gateway.delete(now());
        }
    }

    /** The ASN that answers show. */
    public long shownAsn(VpnGateway gateway) {
        return asns.shown(gateway);
    }

    /** The ASN that answers show. */
    public long shownAsn(CustomerGateway gateway) {
        return customerValues.shownAsn(gateway, customerGateways.values());
    }

    /** The address that describes show. */
    public Ipv4Address shownAddress(CustomerGateway gateway) {
        return rules.commits(ControlPlaneFault.WRONG_CUSTOMER_ADDRESS)
                ? gateway.address().plus(1)
                : gateway.address();
    }

    /** Whether the control plane is to do this wrong. */
    public boolean commits(ControlPlaneFault fault) {
        return rules.commits(fault);
    }

    static <T> T found(T resource, String code, String parameter, String id) {
        if (resource == null) {
            throw new Rejection(code, parameter, id, "it does not exist").exception();
        }
        return resource;
    }
}
