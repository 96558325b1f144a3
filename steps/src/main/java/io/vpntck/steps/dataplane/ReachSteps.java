package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.AccessParts;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Map;

/** What has to be there before a host at home and a host in a VPC reach each other. */
public final class ReachSteps {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int TRIES = 5;

    private final World world;
    private final AccessParts parts;
    private final HostRules rules;
    private final InnerTraffic traffic;
    private Map<DropReason, Long> before = Map.of();
    private int without;
    private boolean withAgain;

    public ReachSteps(World world, AccessParts parts, HostRules rules, InnerTraffic traffic) {
        this.world = world;
        this.parts = parts;
        this.rules = rules;
        this.traffic = traffic;
    }

    @Given("the default security group lets ICMP in from the LAN")
    public void theGroupLetsIcmpIn() {
        rules.open("icmp", -1);
    }

    @When("the host in the VPC and the LAN host send each other {int} echo requests and {int} TCP segments")
    public void theHostsSend(int echoes, int segments) {
        traffic.begin();
        before = world.testbed().lab().drops();
        LanHost lan = world.testbed().gateway().lanHost();
        for (int i = 0; i < echoes; i++) {
            lan.send(MadePackets.echoRequest(lan.address(), traffic.vpcHost(), 56)
                    .encode());
            sendFromVpc(MadePackets.echoRequest(traffic.vpcHost(), lan.address(), 56));
        }
        for (int i = 0; i < segments; i++) {
            lan.send(syn(lan.address(), traffic.vpcHost(), i).encode());
            sendFromVpc(syn(traffic.vpcHost(), lan.address(), i));
        }
        world.testbed().pass(Duration.ofSeconds(5));
    }

    private void sendFromVpc(Ipv4Packet packet) {
        world.testbed().lab().sendFromVpcHost(world.vpcId(), packet.encode());
    }

    private static Ipv4Packet syn(Ipv4Address from, Ipv4Address to, int number) {
        TcpSegment syn = new TcpSegment(
                41_000 + number, 22, 1, 0, TcpSegment.SYN, 65_535, TcpSegment.maximumSegmentSize(1460), Octets.EMPTY);
        return Ipv4Packet.of(from, to, Ipv4Packet.TCP, syn.encode(from, to));
    }

    @When("{} is taken away and put back, and the LAN host pings the host in the VPC after both")
    public void aPartIsTakenAway(String part) {
        parts.takeAway(part);
        if (part.equals(AccessParts.SECURITY_RULE)) {
            rules.close("icmp", -1);
        }
        LanHost.Ping ping = ping(TRIES);
        world.testbed().pass(Duration.ofSeconds(TRIES + 2L));
        without = ping.received();
        parts.putBack(part);
        if (part.equals(AccessParts.SECURITY_RULE)) {
            rules.open("icmp", -1);
        }
        LanHost.Ping again = ping(60);
        withAgain = world.testbed().await(Duration.ofSeconds(60), () -> again.received() > 0);
        again.stop();
    }

    private LanHost.Ping ping(int count) {
        return world.testbed().gateway().lanHost().ping(traffic.vpcHost(), count, SECOND);
    }

    @Then("neither host gets anything")
    public void neitherGetsAnything() {
        assertThat(traffic.arrivedInVpc())
                .as("what came to the host in the VPC")
                .isEmpty();
        assertThat(traffic.arrivedOnLan()).as("what came to the LAN host").isEmpty();
    }

    @Then("the AWS side has counted {int} packets for which it has no route")
    public void countedWithoutRoute(int count) {
        long after = world.testbed().lab().drops().getOrDefault(DropReason.NO_ROUTE, 0L);
        assertThat(after - before.getOrDefault(DropReason.NO_ROUTE, 0L))
                .as("packets dropped for want of a route")
                .isEqualTo(count);
    }

    @Then("nothing is seen on the outside network")
    public void nothingIsSeenOutside() {
        assertThat(world.testbed().outsideCapture())
                .as("packets on the outside network")
                .isEmpty();
    }

    @Then("no ping was answered without it")
    public void noneWithoutIt() {
        assertThat(without).as("pings answered while it was away").isZero();
    }

    @Then("pings were answered once it was back")
    public void answeredOnceItWasBack() {
        assertThat(withAgain).as("a ping was answered once it was back").isTrue();
    }
}
