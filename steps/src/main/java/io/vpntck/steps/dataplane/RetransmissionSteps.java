package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages that are sent more than once: the gateway's own repetitions, and copies that somebody makes. */
public final class RetransmissionSteps {
    private final World world;
    private final Tunnels tunnels;
    private Instant repeated;

    public RetransmissionSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    @When(
            "the first {int} answers of each tunnel to main mode are lost, while the LAN host pings the AWS side's inside address of each tunnel for at most {int} s")
    public void answersAreLost(int count, int seconds) {
        for (Ipv4Address tunnel : tunnels.outside()) {
            world.testbed()
                    .wire()
                    .drop(
                            packet -> Packets.ike(packet)
                                    .filter(message -> message.source().equals(tunnel))
                                    .filter(message ->
                                            message.header().exchange() == ExchangeType.IDENTITY_PROTECTION.id())
                                    .isPresent(),
                            count);
        }
        tunnels.raise(Duration.ofSeconds(seconds));
    }

    @Then("the gateway has sent message 1 of main mode at least {int} times, octet for octet the same")
    public void message1IsRepeated(int count) {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<IsakmpMessage> first = view.of(ObservedPacket.Ike.class, tunnel).stream()
                    .filter(message -> message.source().equals(gateway()))
                    .map(ObservedPacket.Ike::message)
                    .filter(message -> message.header().responderCookie().equals(IsakmpHeader.NO_COOKIE))
                    .toList();
            assertThat(first).as("messages 1 on tunnel " + tunnel).hasSizeGreaterThanOrEqualTo(count);
            assertThat(Set.copyOf(first)).as("different ones among them").hasSize(1);
        }
    }

    @Then("each tunnel has come to one main mode and one quick mode")
    public void oneOfEach() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            Exchanges exchanges = new Exchanges(view, tunnel);
            assertThat(Exchanges.completions(exchanges.mainModes()))
                    .as("main modes of tunnel " + tunnel)
                    .hasSize(1);
            assertThat(Exchanges.completions(exchanges.quickModes()))
                    .as("quick modes of tunnel " + tunnel)
                    .hasSize(1);
        }
    }

    @When("each IKE message that the gateway has sent comes to the AWS side once more")
    public void everyMessageComesAgain() {
        List<ObservedPacket.Ike> all = tunnels.view().all(ObservedPacket.Ike.class).stream()
                .filter(message -> message.source().equals(gateway()))
                .toList();
        repeated = world.testbed().now();
        all.forEach(message -> world.testbed().wire().inject(message.packet().encode()));
        world.testbed().pass(Duration.ofSeconds(5));
    }

    @Then("the AWS side has sent nothing new, and nothing twice")
    public void nothingNew() {
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket.Ike> sent = tunnels.view().all(ObservedPacket.Ike.class).stream()
                .filter(message -> aws.contains(message.source()))
                .toList();
        Set<IsakmpMessage> before = sent.stream()
                .filter(message -> message.time().isBefore(repeated))
                .map(ObservedPacket.Ike::message)
                .collect(Collectors.toSet());
        List<IsakmpMessage> after = sent.stream()
                .filter(message -> !message.time().isBefore(repeated))
                .map(ObservedPacket.Ike::message)
                .toList();
        assertThat(after).as("messages of the AWS side to copies").isNotEmpty().doesNotHaveDuplicates();
        assertThat(before).as("messages of the AWS side before").containsAll(after);
    }
}
