package io.vpntck.steps.dataplane;

import io.cucumber.java.en.Given;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** What BGP has brought through the two tunnels, as DescribeVpnConnections counts it. */
public final class AcceptedRouteSteps {
    private static final Duration COMES_UP = Duration.ofSeconds(120);

    private final World world;
    private final Tunnels tunnels;

    public AcceptedRouteSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Given("both tunnels have accepted routes")
    public void bothHaveRoutes() {
        boolean come = world.testbed().await(COMES_UP, () -> List.of(1, 2).stream()
                .allMatch(tunnel -> tunnels.telemetry(tunnel).acceptedRouteCount() > 0));
        if (!come) {
            throw new IllegalStateException(
                    "both tunnels had no accepted routes within " + COMES_UP.toSeconds() + " s");
        }
    }
}
