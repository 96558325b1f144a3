package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Offers that the AWS side must not take. */
public final class RefusedOfferSteps {
    private final World world;
    private final Tunnels tunnels;

    public RefusedOfferSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private ChosenAlgorithms answers(Ipv4Address tunnel) {
        return new ChosenAlgorithms(tunnels.view(), tunnel);
    }

    @Given("the AWS side has refused its offers of phase {int} within {int} s")
    public void theAwsSideHasRefused(int phase, int seconds) {
        tunnels.raise(Duration.ofSeconds(seconds));
        boolean refused = Stream.of(1, 2).allMatch(n -> answers(tunnels.outside(n)).all().stream()
                .anyMatch(
                        m -> ChosenAlgorithms.refuses(m) && m.message().header().encrypted() == (phase == 2)));
        if (!refused) {
            throw new IllegalStateException("no NO-PROPOSAL-CHOSEN was seen on both tunnels");
        }
    }

    @Then("the AWS side answers every offer in phase 1 with NO-PROPOSAL-CHOSEN, and sends nothing else")
    public void everyOfferOfPhase1IsRefused() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> answers = answers(tunnel).all();
            assertThat(answers).as("answers of " + tunnel).isNotEmpty();
            judge(answers.stream().filter(m -> !refusesInClear(m)).toList());
            assertThat(answers)
                    .extracting(ObservedPacket.Ike::label)
                    .as("answers of " + tunnel)
                    .containsOnly("Informational NO-PROPOSAL-CHOSEN");
            answers.forEach(m -> world.notes().proves(m, "the offer is refused"));
        }
    }

    private static boolean refusesInClear(ObservedPacket.Ike message) {
        return ChosenAlgorithms.refuses(message) && !message.message().header().encrypted();
    }

    private void judge(List<ObservedPacket.Ike> others) {
        others.forEach(message -> world.notes().breaks(message, "no refusal"));
    }

    @Then("the AWS side answers every quick mode with NO-PROPOSAL-CHOSEN, encrypted")
    public void everyQuickModeIsRefused() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            ChosenAlgorithms answers = answers(tunnel);
            judge(answers.choices(2));
            assertThat(answers.choices(2))
                    .extracting(ObservedPacket.Ike::label)
                    .as("quick modes that " + tunnel + " takes")
                    .isEmpty();
            List<ObservedPacket.Ike> refusals =
                    answers.all().stream().filter(ChosenAlgorithms::refuses).toList();
            assertThat(refusals).as("refusals of " + tunnel).isNotEmpty().allMatch(m -> m.message()
                    .header()
                    .encrypted());
            refusals.forEach(m -> world.notes().proves(m, "the offer is refused"));
        }
    }

    @Then("no ESP is seen on either tunnel")
    public void noEsp() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Esp> esp = tunnels.view().of(ObservedPacket.Esp.class, tunnel);
            esp.forEach(packet -> world.notes().breaks(packet, "ESP without agreement"));
            assertThat(esp)
                    .extracting(ObservedPacket.Esp::label)
                    .as("ESP of " + tunnel)
                    .isEmpty();
        }
    }
}
