package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** The stage of scenarios that ask where packets of a VPC go by routes that the gateway announces. */
public final class DynamicForwardingStageSteps {
    private static final Duration SETTLES = Duration.ofSeconds(5);

    private final World world;
    private final Stage stage;
    private final VpcParts parts;

    public DynamicForwardingStageSteps(World world, Stage stage, VpcParts parts) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
    }

    @Given("a dynamic VPN connection to the gateway under test that is up and announces {}")
    public void aConnectionThatAnnounces(String prefixes) {
        List<Ipv4Prefix> announced =
                Arrays.stream(prefixes.split(", ")).map(Ipv4Prefix::of).toList();
        parts.vpnGateway();
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString());
        stage.connection(false);
        stage.awaitAvailableConnection();
        stage.configureAndStart();
        stage.raiseTunnels();
        stage.await("a route of each tunnel to be accepted", () -> accepted().allMatch(count -> count > 0));
        world.testbed().gateway().announce(announced);
        world.testbed().pass(SETTLES);
        stage.await("what is announced to be accepted", () -> accepted().allMatch(count -> count == announced.size()));
    }

    private Stream<Integer> accepted() {
        return stage.connection().vgwTelemetry().stream().map(VgwTelemetry::acceptedRouteCount);
    }
}
