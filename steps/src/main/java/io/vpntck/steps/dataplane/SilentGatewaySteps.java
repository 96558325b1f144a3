package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A gateway that is not heard any more, and questions of the AWS side that are lost on the way to it. */
public final class SilentGatewaySteps {
    private static final int FOR_EVER = 0;

    private final World world;
    private final Tunnels tunnels;
    private final SteadyTraffic traffic;
    private final OutageSteps outage;
    private int questions;

    public SilentGatewaySteps(World world, Tunnels tunnels, SteadyTraffic traffic, OutageSteps outage) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
        this.outage = outage;
    }

    @When("nothing of the gateway arrives on tunnel {int} for {int} s")
    public void isNotHeard(int tunnel, int seconds) {
        outage.mark();
        world.testbed().wire().drop(Packets.between(gateway(), tunnels.outside(tunnel)), FOR_EVER);
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @When("nothing of the gateway arrives for {int} s while the host in the VPC pings the LAN host")
    public void isNotHeardAtAll(int seconds) {
        outage.mark();
        tunnels.outside().forEach(tunnel -> world.testbed().wire().drop(Packets.between(gateway(), tunnel), FOR_EVER));
        world.testbed()
                .lab()
                .pingFromVpcHost(
                        world.vpcId(),
                        traffic.vpcHost(),
                        world.testbed().gateway().lanHost().address(),
                        seconds);
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @When("{int} s go by in which two of three questions of the AWS side are lost on tunnel {int}")
    public void questionsAreLost(int seconds, int tunnel) {
        outage.mark();
        Ipv4Address outside = tunnels.outside(tunnel);
        Predicate<CapturedPacket> question =
                packet -> Packets.between(outside, gateway()).test(packet) && isQuestion(packet);
        world.testbed().wire().drop(packet -> question.test(packet) && questions++ % 3 != 2, FOR_EVER);
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    private boolean isQuestion(CapturedPacket packet) {
        List<CapturedPacket> all = new ArrayList<>(world.testbed().outsideCapture());
        all.add(packet);
        List<ObservedPacket> seen = OutsideView.of(all, world.testbed().lab()).packets();
        return !seen.isEmpty()
                && seen.get(seen.size() - 1) instanceof ObservedPacket.Ike ike
                && ike.payloads().stream()
                        .flatMap(payloads -> payloads.all(NotificationPayload.class).stream())
                        .anyMatch(n -> n.notifyType() == NotificationPayload.R_U_THERE);
    }

    @Then("at least {int} questions of the AWS side were lost")
    public void questionsWereLost(int count) {
        assertThat(questions * 2 / 3).as("questions lost").isGreaterThanOrEqualTo(count);
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }
}
