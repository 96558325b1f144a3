package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.diagnosis.Diagnosis;
import io.vpntck.steps.diagnosis.Observations;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnState;

/** Looks at the scenario's connection as the documents tell a customer to: wire, pings, and what EC2 shows. */
public final class ConnectionCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;

    public ConnectionCheck(World world, Stage stage, Tunnels tunnels) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
    }

    /** Pings the inside addresses, which takes some seconds, and says what is not in order. */
    Diagnosis diagnosis() {
        LanHost host = world.testbed().gateway().lanHost();
        List<LanHost.Ping> pings = tunnels.inside().stream()
                .map(inside -> host.ping(inside, (int) PATIENCE.toSeconds(), Duration.ofSeconds(1)))
                .toList();
        world.testbed().await(PATIENCE, () -> pings.stream().allMatch(ping -> ping.received() > 0));
        pings.forEach(LanHost.Ping::stop);
        OutsideView view = tunnels.view();
        VpnConnection connection = stage.connection();
        List<Observations.Tunnel> seen = new ArrayList<>();
        for (int i = 0; i < pings.size(); i++) {
            Ipv4Address outside = tunnels.outside().get(i);
            boolean answers = pings.get(i).received() > 0;
            boolean up = answers || isUp(connection, outside);
            boolean ike = up || endsComplete(new Exchanges(view, outside).mainModes());
            seen.add(new Observations.Tunnel(outside.toString(), ike, up, answers));
        }
        return Diagnosis.of(new Observations(seen, prefixes(connection), attached(), routed()));
    }

    private static boolean isUp(VpnConnection connection, Ipv4Address outside) {
        return connection.vgwTelemetry().stream()
                .filter(t -> outside.toString().equals(t.outsideIpAddress()))
                .map(VgwTelemetry::status)
                .anyMatch(status -> status == TelemetryStatus.UP);
    }

    private static boolean endsComplete(List<Exchanges.Exchange> exchanges) {
        return !exchanges.isEmpty()
                && exchanges.get(exchanges.size() - 1).complete().isPresent();
    }

    private boolean prefixes(VpnConnection connection) {
        return Boolean.TRUE.equals(connection.options().staticRoutesOnly())
                ? connection.routes().stream()
                        .anyMatch(route ->
                                route.state() == VpnState.AVAILABLE && coversTheLan(route.destinationCidrBlock()))
                : connection.vgwTelemetry().stream().anyMatch(t -> t.acceptedRouteCount() > 0);
    }

    private boolean coversTheLan(String cidr) {
        return cidr != null
                && Ipv4Prefix.of(cidr)
                        .contains(world.testbed().gateway().lanHost().address());
    }

    private boolean attached() {
        return world
                .ec2()
                .describeVpnGateways(r -> r.vpnGatewayIds(world.vpnGatewayId()))
                .vpnGateways()
                .get(0)
                .vpcAttachments()
                .stream()
                .anyMatch(a -> a.state() == AttachmentStatus.ATTACHED);
    }

    private boolean routed() {
        Filter ofVpc = Filter.builder().name("vpc-id").values(world.vpcId()).build();
        return world.ec2().describeRouteTables(r -> r.filters(ofVpc)).routeTables().stream()
                .flatMap(table -> table.routes().stream())
                .anyMatch(route ->
                        world.vpnGatewayId().equals(route.gatewayId()) && coversTheLan(route.destinationCidrBlock()));
    }
}
