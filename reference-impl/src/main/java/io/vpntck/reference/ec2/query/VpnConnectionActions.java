package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ConnectionRequest;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.TunnelOptions;
import io.vpntck.reference.ec2.VpnConnection;
import io.vpntck.reference.ec2.VpnTunnel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** VPN connections and their static routes. */
final class VpnConnectionActions {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private VpnConnectionActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateVpnConnection", VpnConnectionActions::create,
                "DescribeVpnConnections", VpnConnectionActions::describe,
                "DeleteVpnConnection", VpnConnectionActions::delete,
                "CreateVpnConnectionRoute", VpnConnectionActions::createRoute,
                "DeleteVpnConnectionRoute", VpnConnectionActions::deleteRoute);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        VpnGatewayActions.requireIpsec(in, region);
        List<TunnelOptions> options = new ArrayList<>();
        for (int i = 1; i <= in.structures("Options.TunnelOptions"); i++) {
            String prefix = "Options.TunnelOptions." + i + ".";
            options.add(
                    new TunnelOptions(in.optional(prefix + "TunnelInsideCidr"), in.optional(prefix + "PreSharedKey")));
        }
        VpnConnection connection = region.connections()
                .create(new ConnectionRequest(
                        gateway(in, region, "VpnGatewayId"),
                        gateway(in, region, "CustomerGatewayId"),
                        in.flag("Options.StaticRoutesOnly")
                                || region.commits(ControlPlaneFault.STATIC_BY_DEFAULT)
                                        && in.optional("Options.StaticRoutesOnly")
                                                .isEmpty(),
                        options));
        out.open("vpnConnection");
        write(out, region, connection, !region.commits(ControlPlaneFault.LATE_CONFIGURATION));
        out.close();
    }

    private static String gateway(Parameters in, AwsRegion region, String name) {
        return region.commits(ControlPlaneFault.MAKES_MISSING_GATEWAYS)
                ? in.optional(name).orElse("")
                : in.required(name);
    }

    private static boolean hasConfiguration(AwsRegion region, VpnConnection connection) {
        String state = region.connections().state(connection);
        return region.commits(ControlPlaneFault.SHOWS_DELETED_CONFIGURATION)
                || state.equals("pending")
                || state.equals("available");
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<VpnConnection> connections = Filters.named(
                in, region, "VpnConnectionId", region.connections().all(), region.connections()::get);
        Listing.write(
                out,
                region,
                "vpnConnectionSet",
                Filters.apply(in, region, connections, VpnConnection::id, filters(region)),
                (item, connection) -> write(item, region, connection, hasConfiguration(region, connection)));
    }

    private static Map<String, Function<VpnConnection, List<String>>> filters(AwsRegion region) {
        return Map.of(
                "customer-gateway-configuration",
                        c -> hasConfiguration(region, c)
                                ? List.of(region.connections().configuration(c))
                                : List.of(),
                "bgp-asn", c -> List.of(Long.toString(c.customerGateway().bgpAsn())),
                "customer-gateway-id", c -> List.of(c.customerGateway().id()),
                "option.static-routes-only", c -> List.of(Boolean.toString(c.staticRoutesOnly())),
                "route.destination-cidr-block",
                        c -> c.staticRoutes().stream().map(Object::toString).toList(),
                "state", c -> List.of(region.connections().state(c)),
                "type", c -> List.of("ipsec.1"),
                "vpn-connection-id", c -> List.of(c.id()),
                "vpn-gateway-id",
                        c -> isHidden(region, c)
                                ? List.of()
                                : List.of(region.connections().shownGateway(c).id()));
    }

    private static boolean isHidden(AwsRegion region, VpnConnection connection) {
        return region.commits(ControlPlaneFault.ONE_CUSTOMER_OF_HUB)
                && region.connections().all().stream()
                        .takeWhile(other -> other != connection)
                        .anyMatch(other -> other.vpnGateway() == connection.vpnGateway());
    }

    private static void write(XmlAnswer out, AwsRegion region, VpnConnection connection, boolean withConfiguration) {
        Instant now = region.now();
        out.value("vpnConnectionId", connection.id())
                .value("state", region.connections().state(connection));
        if (withConfiguration) {
            out.value("customerGatewayConfiguration", region.connections().configuration(connection));
        }
        out.value("type", "ipsec.1");
        region.connections().shownCategory(connection).ifPresent(category -> out.value("category", category));
        out.value("customerGatewayId", connection.customerGateway().id())
                .value(
                        "vpnGatewayId",
                        region.connections().shownGateway(connection).id())
                .open("options")
                .value("staticRoutesOnly", connection.staticRoutesOnly());
        if (region.commits(ControlPlaneFault.SHOWS_TUNNEL_OPTIONS)) {
            out.set(
                    "tunnelOptionSet",
                    connection.tunnels(),
                    (item, tunnel) -> item.value("tunnelInsideCidr", tunnel.insideCidr()));
        }
        out.close()
                .set("routes", connection.routes(now).entrySet(), (item, route) -> item.value(
                                "destinationCidrBlock", route.getKey())
                        .value("source", "Static")
                        .value("state", route.getValue()))
                .set("vgwTelemetry", region.connections().shownTunnels(connection), (item, tunnel) -> item.value(
                                "outsideIpAddress", region.connections().shownAddress(connection, tunnel))
                        .value("status", isShownUp(region, connection, tunnel) ? "UP" : "DOWN")
                        .value("lastStatusChange", TIMESTAMP.format(shownChange(region, connection, tunnel)))
                        .value("statusMessage", tunnel.statusMessage())
                        .value("acceptedRouteCount", tunnel.acceptedRoutes()));
        TagActions.write(out, region, connection.id());
    }

    private static boolean isShownUp(AwsRegion region, VpnConnection connection, VpnTunnel tunnel) {
        if (region.commits(ControlPlaneFault.SHOWS_NEW_TUNNELS_UP) && !tunnel.hasBeenUp()) {
            return true;
        }
        return region.commits(ControlPlaneFault.SHOWS_BOTH_TUNNELS_UP)
                ? connection.tunnels().stream().anyMatch(VpnTunnel::up)
                : tunnel.up();
    }

    private static Instant shownChange(AwsRegion region, VpnConnection connection, VpnTunnel tunnel) {
        if (region.commits(ControlPlaneFault.EVERY_REPORT_IS_A_CHANGE)) {
            return tunnel.lastReport();
        }
        return region.commits(ControlPlaneFault.KEEPS_FIRST_STATUS_CHANGE) ? connection.created() : tunnel.lastChange();
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.connections().delete(in.required("VpnConnectionId"));
        out.value("return", true);
    }

    private static void createRoute(Parameters in, AwsRegion region, XmlAnswer out) {
        region.staticRoutes().create(in.required("VpnConnectionId"), in.required("DestinationCidrBlock"));
        out.value("return", true);
    }

    private static void deleteRoute(Parameters in, AwsRegion region, XmlAnswer out) {
        region.staticRoutes().delete(in.required("VpnConnectionId"), in.required("DestinationCidrBlock"));
        out.value("return", true);
    }
}
