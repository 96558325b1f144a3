package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** First messages of main mode, and their answers. */
public final class FirstMessageSteps {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final World world;
    private final Tunnels tunnels;

    public FirstMessageSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Given("the gateway stays silent for {int} s")
    public void theGatewayStaysSilent(int seconds) {
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @Given("the AWS side has deleted the SAs that both tunnels had")
    public void theAwsSideHasDeletedTheSas() {
        boolean up = tunnels.raise(LIMIT) && world.testbed().await(LIMIT, () -> both(TelemetryStatus.UP));
        tunnels.outside().forEach(world.testbed().lab()::deleteSas);
        if (!up || !world.testbed().await(LIMIT, () -> both(TelemetryStatus.DOWN))) {
            throw new IllegalStateException("the tunnels were not up, or did not go down again");
        }
    }

    private boolean both(TelemetryStatus status) {
        return tunnels.telemetry(1).status() == status && tunnels.telemetry(2).status() == status;
    }

    @Then("the AWS side has answered every first message of each tunnel within {int} s")
    public void everyFirstMessageWasAnswered(int seconds) {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> phase1 = tunnels.view().of(ObservedPacket.Ike.class, tunnel).stream()
                    .filter(m -> m.message().header().exchange() == ExchangeType.IDENTITY_PROTECTION.id())
                    .toList();
            List<ObservedPacket.Ike> first = phase1.stream()
                    .filter(m -> m.message().header().responderCookie().equals(IsakmpHeader.NO_COOKIE))
                    .toList();
            assertThat(first).as("first messages for " + tunnel).isNotEmpty();
            for (ObservedPacket.Ike message : first) {
                boolean answered = phase1.stream().anyMatch(answers(message, Duration.ofSeconds(seconds)));
                if (!answered) {
                    world.notes().breaks(message, "no answer within " + seconds + " s");
                }
                assertThat(answered)
                        .as("answer to the first message of " + message.time())
                        .isTrue();
                world.notes().proves(message, "answered");
            }
        }
    }

    private static Predicate<ObservedPacket.Ike> answers(ObservedPacket.Ike first, Duration limit) {
        return m -> m.source().equals(first.destination())
                && m.message()
                        .header()
                        .initiatorCookie()
                        .equals(first.message().header().initiatorCookie())
                && !m.time().isBefore(first.time())
                && !m.time().isAfter(first.time().plus(limit));
    }
}
