package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The tunnel interfaces of the gateway, and the inside addresses at both of their ends. */
public final class TunnelInterfaceSteps {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;

    public TunnelInterfaceSteps(World world, Stage stage, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    @Given("the tunnel interfaces of the gateway are to have an MTU of {int} octets")
    public void theInterfacesHaveAnMtu(int octets) {
        stage.interfaceMtu(octets);
    }

    @Given("the gateway is configured to honour DF, and started")
    public void theGatewayHonoursDf() {
        stage.configureAndStart(stage.connection()
                .customerGatewayConfiguration()
                .replace("<clear_df_bit>true</clear_df_bit>", "<clear_df_bit>false</clear_df_bit>"));
    }

    @Given("the AWS side sends through tunnel 2")
    public void theAwsSideSendsThroughTunnel2() {
        world.testbed().lab().prefer(tunnels.outside(2), true);
    }

    @When("the LAN host pings the AWS side's inside address of each tunnel {int} times")
    public void theLanHostPingsEach(int count) {
        traffic.begin();
        LanHost host = world.testbed().gateway().lanHost();
        tunnels.inside().forEach(inside -> host.ping(inside, count, INTERVAL));
        world.testbed().pass(Duration.ofSeconds(5));
    }

    @When("the AWS side pings the gateway's inside address of each tunnel {int} times")
    public void theAwsSidePingsEach(int count) {
        traffic.begin();
        tunnels.outside().forEach(outside -> world.testbed().lab().pingThrough(outside, count));
        world.testbed().pass(Duration.ofSeconds(count + 2L));
    }

    /** The echo messages of one direction of a tunnel, by the packets inside ESP. */
    private List<Ipv4Packet> echoes(int tunnel, boolean request, Predicate<Ipv4Packet> which) {
        Ipv4Address outside = tunnels.outside(tunnel);
        return traffic.esp().stream()
                .filter(p -> p.source().equals(outside) || p.destination().equals(outside))
                .flatMap((ObservedPacket.Esp p) -> p.inner().stream())
                .filter(p -> isEcho(p, request))
                .filter(which)
                .toList();
    }

    private static boolean isEcho(Ipv4Packet packet, boolean request) {
        try {
            return packet.protocol() == Ipv4Packet.ICMP
                    && !packet.isFragment()
                    && IcmpEcho.decode(packet).request() == request;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    @Then("all {int} requests for the inside address of each tunnel went through that tunnel")
    public void requestsWentThroughTheirTunnel(int count) {
        for (int tunnel : List.of(1, 2)) {
            Ipv4Address inside = tunnels.inside().get(tunnel - 1);
            assertThat(echoes(tunnel, true, p -> p.destination().equals(inside)))
                    .as("requests for " + inside + " through tunnel " + tunnel)
                    .hasSize(count);
            assertThat(echoes(3 - tunnel, true, p -> p.destination().equals(inside)))
                    .as("requests for " + inside + " through the other tunnel")
                    .isEmpty();
        }
    }

    @Then("all {int} replies came from that address, through the same tunnel")
    public void repliesCameThroughTheSameTunnel(int count) {
        for (int tunnel : List.of(1, 2)) {
            Ipv4Address inside = tunnels.inside().get(tunnel - 1);
            assertThat(echoes(tunnel, false, p -> p.source().equals(inside)))
                    .as("replies of " + inside + " through tunnel " + tunnel)
                    .hasSize(count);
        }
    }

    @Then("the gateway answered all {int} from its inside address of the tunnel, through that tunnel")
    public void theGatewayAnswered(int count) {
        for (int tunnel : List.of(1, 2)) {
            Ipv4Address aws = tunnels.inside().get(tunnel - 1);
            Ipv4Address gateway = aws.plus(1);
            assertThat(echoes(tunnel, true, p -> p.destination().equals(gateway)))
                    .as("requests of the AWS side through tunnel " + tunnel)
                    .hasSize(count);
            assertThat(echoes(
                            tunnel,
                            false,
                            p -> p.source().equals(gateway) && p.destination().equals(aws)))
                    .as("replies of " + gateway + " through tunnel " + tunnel)
                    .hasSize(count);
        }
    }

    @Then("the requests went through tunnel 1 and the replies came through tunnel 2")
    public void theWaysDiffer() {
        Ipv4Address host = traffic.vpcHost();
        assertThat(echoes(1, true, p -> p.destination().equals(host)))
                .as("requests through tunnel 1")
                .isNotEmpty();
        assertThat(echoes(2, false, p -> p.source().equals(host)))
                .as("replies through tunnel 2")
                .isNotEmpty();
        assertThat(echoes(1, false, p -> p.source().equals(host)))
                .as("replies through tunnel 1")
                .isEmpty();
    }
}
