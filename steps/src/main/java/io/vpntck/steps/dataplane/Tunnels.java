package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** The two tunnels of the scenario's connection, counted in the order of the configuration document. */
public final class Tunnels {
    private final World world;
    private final Stage stage;
    private Configuration configuration;
    private Optional<String> configured = Optional.empty();
    private OutsideView view;
    private List<Integer> viewed = List.of();

    public Tunnels(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    Configuration configuration() {
        if (!configured.equals(world.vpnConnectionId())) {
            configuration = Configuration.of(stage.connection());
            configured = world.vpnConnectionId();
        }
        return configuration;
    }

    /** The AWS side's outside addresses. */
    List<Ipv4Address> outside() {
        return configuration().outsideAddresses().stream().map(Ipv4Address::of).toList();
    }

    Ipv4Address outside(int tunnel) {
        return outside().get(tunnel - 1);
    }

    /** The AWS side's inside addresses. */
    List<Ipv4Address> inside() {
        return configuration().awsInsideAddresses().stream()
                .map(Ipv4Address::of)
                .toList();
    }

    /** Pings the inside address of each tunnel once a second until both have answered; says whether both did. */
    boolean raise(Duration limit) {
        LanHost host = world.testbed().gateway().lanHost();
        List<LanHost.Ping> pings = inside().stream()
                .map(inside -> host.ping(inside, (int) limit.toSeconds(), Duration.ofSeconds(1)))
                .toList();
        boolean answered = world.testbed().await(limit, () -> pings.stream().allMatch(p -> p.received() > 0));
        pings.forEach(LanHost.Ping::stop);
        return answered;
    }

    /** What DescribeVpnConnections says of the tunnel now. */
    VgwTelemetry telemetry(int tunnel) {
        String address = outside(tunnel).toString();
        return stage.connection().vgwTelemetry().stream()
                .filter(t -> t.outsideIpAddress().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no telemetry for " + address));
    }

    /** The capture so far, taken apart with the keys that are known so far; taken apart anew when there is more. */
    OutsideView view() {
        List<CapturedPacket> capture = world.testbed().outsideCapture();
        List<IkeSecret> ike = world.testbed().lab().ikeSecrets();
        List<EspSecret> esp = world.testbed().lab().espSecrets();
        List<Integer> sizes = List.of(capture.size(), ike.size(), esp.size());
        if (!sizes.equals(viewed)) {
            view = new OutsideView(capture, ike, esp);
            viewed = sizes;
        }
        return view;
    }
}
