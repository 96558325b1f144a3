package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** The gateway's own route to the VPC, by which answers of the LAN find their way. */
public final class VpcRouteSteps {
    private final World world;
    private final Stage stage;
    private final InnerTraffic traffic;
    private final SteadyTraffic steady;

    public VpcRouteSteps(World world, Stage stage, InnerTraffic traffic, SteadyTraffic steady) {
        this.world = world;
        this.stage = stage;
        this.traffic = traffic;
        this.steady = steady;
    }

    @Given(
            "the gateway is configured from the downloaded document, with a route to {word} in the place of the VPC's, and started")
    public void hasAnotherRoute(String prefix) {
        stage.configureAndStartFor(prefix);
    }

    @When("the host in the VPC pings the LAN host {int} times, once a second")
    public void theVpcHostPings(int count) {
        traffic.begin();
        steady.mark();
        world.testbed().lab().pingFromVpcHost(world.vpcId(), traffic.vpcHost(), traffic.lanHost(), count);
        world.testbed().pass(Duration.ofSeconds(count + 2L));
    }

    @Then("all {int} requests came out of the tunnels towards the LAN host")
    public void requestsCame(int count) {
        assertThat(echoes(traffic.inner(traffic.vpcHost(), traffic.lanHost()), true))
                .as("echo requests of the VPC in ESP")
                .isEqualTo(count);
    }

    @Then("all {int} replies went into the tunnels, and came to the host in the VPC")
    public void repliesCame(int count) {
        assertThat(echoes(traffic.inner(traffic.lanHost(), traffic.vpcHost()), false))
                .as("echo replies of the LAN in ESP")
                .isEqualTo(count);
        assertThat(echoes(traffic.arrivedInVpc(), false))
                .as("echo replies that came")
                .isEqualTo(count);
    }

    @Then("no reply went into a tunnel")
    public void noReplyWent() {
        assertThat(traffic.inner(traffic.lanHost(), traffic.vpcHost()))
                .as("packets of the LAN host in ESP")
                .isEmpty();
    }

    private static long echoes(List<Ipv4Packet> packets, boolean request) {
        return packets.stream().filter(packet -> isEcho(packet, request)).count();
    }

    private static boolean isEcho(Ipv4Packet packet, boolean request) {
        try {
            return packet.protocol() == Ipv4Packet.ICMP
                    && IcmpEcho.decode(packet).request() == request;
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
