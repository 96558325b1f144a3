package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;

/** The static routes of one region's VPN connections: entered and taken out by the rules. */
public final class StaticRoutes {
    private static final String CONNECTION = "VpnConnectionId";
    private static final String DESTINATION = "DestinationCidrBlock";

    private final AwsRegion region;
    private final VpnConnections connections;
    private final Enforcement rules;

    StaticRoutes(AwsRegion region, VpnConnections connections, Enforcement rules) {
        this.region = region;
        this.connections = connections;
        this.rules = rules;
    }

    public void create(String id, String destination) {
        VpnConnection connection = connections.get(id);
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
                        CONNECTION,
                        id,
                        "a connection with dynamic routing has no static routes"));
        if (!connection.state(region.now()).equals("available")) {
            throw new Rejection("InvalidVpnConnection.InvalidState", CONNECTION, id, "it is not available").exception();
        }
        if (rules.commits(ControlPlaneFault.REFUSES_LARGE_AND_SMALL_PREFIXES)
                && (prefix.length() < 9 || prefix.length() > 30)) {
            throw Rejection.ofValue(DESTINATION, destination, "its size is not between /9 and /30")
                    .exception();
        }
        rules.beforeChange();
        boolean forgotten = rules.commits(ControlPlaneFault.FORGETS_SECOND_STATIC_ROUTE)
                && !connection.staticRoutes().isEmpty();
        if (!connection.hasRoute(prefix) && !forgotten) {
            connection.addRoute(prefix, region.now());
        }
    }

    public void delete(String id, String destination) {
        VpnConnection connection = connections.get(id);
        Ipv4Prefix prefix = prefix(destination);
        rules.demand(
                connection.hasRoute(prefix),
                ControlPlaneFault.REMOVES_WHAT_IS_NOT_THERE,
                () -> new Rejection("InvalidRoute.NotFound", DESTINATION, destination, "it does not exist"));
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_DELETED_STATIC_ROUTE)) {
            connection.deleteRoute(prefix, region.now());
        }
    }

    private static Ipv4Prefix prefix(String text) {
        return Ipv4Prefix.parse(text)
                .orElseThrow(() -> Rejection.ofValue(DESTINATION, text, "it is not a network in CIDR notation")
                        .exception());
    }
}
