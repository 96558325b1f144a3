package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** The two tunnels of the scenario's connection, counted in the order of the configuration document. */
public final class Tunnels {
    private final World world;
    private final Stage stage;
    private Configuration configuration;

    public Tunnels(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    Configuration configuration() {
        if (configuration == null) {
            configuration = Configuration.of(stage.connection());
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

    /** What DescribeVpnConnections says of the tunnel now. */
    VgwTelemetry telemetry(int tunnel) {
        String address = outside(tunnel).toString();
        return stage.connection().vgwTelemetry().stream()
                .filter(t -> t.outsideIpAddress().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no telemetry for " + address));
    }

    /** The capture so far, taken apart with the keys that are known so far. */
    OutsideView view() {
        return OutsideView.of(world.testbed().outsideCapture(), world.testbed().lab());
    }
}
