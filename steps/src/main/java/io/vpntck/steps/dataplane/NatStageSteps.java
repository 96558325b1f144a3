package io.vpntck.steps.dataplane;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.World;
import java.time.Duration;

/** A NAT device before the gateway under test, and what it does to a tunnel in use. */
public final class NatStageSteps {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final World world;
    private final LanTraffic traffic;
    private final NatEvents events;

    public NatStageSteps(World world, LanTraffic traffic, NatEvents events) {
        this.world = world;
        this.traffic = traffic;
        this.events = events;
    }

    @Given(
            "the gateway under test is behind a NAT device with the public address {word}, which keeps mappings for {int} s")
    public void behindANatDevice(String publicAddress, int seconds) {
        world.testbed().access().natDevice(Ipv4Address.of(publicAddress), Duration.ofSeconds(seconds));
    }

    @When(
            "the NAT device forgets its mappings while the LAN host pings the host in the VPC, five times a second for {int} s")
    public void theNatDeviceForgets(int seconds) {
        traffic.begin(5 * seconds);
        traffic.part("before", WARM_UP);
        events.disturbed(world.testbed().now());
        world.testbed().access().rebind();
        traffic.part("after", Duration.ofSeconds(seconds).minus(WARM_UP));
        traffic.end();
    }

    @When("nothing goes through the tunnels for {int} s, and then the host in the VPC pings the LAN host {int} times")
    public void idleAndThenPings(int seconds, int count) {
        events.disturbed(world.testbed().now());
        world.testbed().pass(Duration.ofSeconds(seconds));
        events.resumed(world.testbed().now());
        world.testbed()
                .lab()
                .pingFromVpcHost(
                        world.vpcId(),
                        Ipv4Address.of(world.vpcHost()),
                        world.testbed().gateway().lanHost().address(),
                        count);
        world.testbed().pass(Duration.ofSeconds(count + 2));
    }
}
