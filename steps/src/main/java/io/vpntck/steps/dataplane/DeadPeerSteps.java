package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.VendorIdPayload;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** Dead peer detection as the wire shows it (RFC 3706): who can do it, asks, answers, and draws consequences. */
public final class DeadPeerSteps {
    /** RFC 3706, section 5.1; the last two octets are the version. */
    private static final Octets VENDOR_ID = Octets.ofHex("afcad71368a1f1c96b8696fc7757");

    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private final SteadyTraffic traffic;

    public DeadPeerSteps(World world, Tunnels tunnels, SteadyTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    private Exchanges exchanges(int tunnel) {
        return new Exchanges(tunnels.view(), tunnels.outside(tunnel));
    }

    @Then("each main mode of the gateway shows the vendor id of dead peer detection")
    public void showsTheVendorId() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Exchanges.Exchange> own = new Exchanges(view, tunnel)
                    .mainModes().stream()
                            .filter(exchange -> exchange.initiator().equals(gateway()))
                            .toList();
            assertThat(own).as("main modes of the gateway on tunnel " + tunnel).isNotEmpty();
            assertThat(own)
                    .as("message 1 with the vendor id of dead peer detection")
                    .allMatch(exchange -> exchange.first().payloads().stream()
                            .flatMap(payloads -> payloads.all(VendorIdPayload.class).stream())
                            .anyMatch(id -> id.data().length() == VENDOR_ID.length() + 2
                                    && id.data().first(VENDOR_ID.length()).equals(VENDOR_ID)));
            world.notes().proves(own.get(0).first(), "dead peer detection announced");
        }
    }

    @Then("the gateway has asked the silent peer of tunnel {int} whether it is there")
    public void theGatewayAsks(int tunnel) {
        assertThat(questions(tunnel, gateway()))
                .as("R-U-THERE of the gateway on tunnel " + tunnel)
                .isNotEmpty();
    }

    @Then("the AWS side has asked the gateway of tunnel {int} whether it is there")
    public void theAwsSideAsks(int tunnel) {
        List<Exchanges.Liveliness> questions = questions(tunnel, tunnels.outside(tunnel));
        assertThat(questions)
                .as("R-U-THERE of the AWS side on tunnel " + tunnel)
                .isNotEmpty();
        world.log("%d questions, at %s"
                .formatted(
                        questions.size(),
                        questions.stream().map(Exchanges.Liveliness::time).toList()));
    }

    private List<Exchanges.Liveliness> questions(int tunnel, Ipv4Address source) {
        return exchanges(tunnel)
                .questions(m -> m.source().equals(source) && !m.time().isBefore(traffic.begun()));
    }

    @Then("the gateway has answered each question of the AWS side within 1 s, with its number")
    public void theGatewayAnswers() {
        int asked = 0;
        for (int tunnel : List.of(1, 2)) {
            Exchanges exchanges = exchanges(tunnel);
            List<Exchanges.Liveliness> answers =
                    exchanges.answers(m -> m.source().equals(gateway()));
            for (Exchanges.Liveliness question :
                    exchanges.questions(m -> !m.source().equals(gateway()))) {
                asked++;
                assertThat(answers)
                        .as("answer to the question of " + question.time() + " on tunnel " + tunnel)
                        .filteredOn(answer -> !answer.time().isBefore(question.time())
                                && !answer.time().isAfter(question.time().plus(SOON)))
                        .extracting(Exchanges.Liveliness::number)
                        .contains(question.number());
            }
        }
        assertThat(asked).as("questions of the AWS side").isPositive();
    }

    @Then("the gateway has begun main mode on tunnel {int} between {int} s and {int} s after its failure")
    public void theGatewayBeginsAgain(int tunnel, int from, int to) {
        List<Exchanges.Exchange> later = mainModesSince(tunnel, gateway());
        assertThat(later)
                .as("main modes of the gateway since tunnel " + tunnel + " failed")
                .isNotEmpty();
        assertThat(Duration.between(traffic.begun(), later.get(0).begun()))
                .as("time from the failure to the first of them")
                .isBetween(Duration.ofSeconds(from), Duration.ofSeconds(to));
        world.notes().proves(later.get(0).first(), "the peer is taken for dead");
    }

    @Then("the gateway has repeated message 1 of main mode on tunnel {int} until it was answered")
    public void theGatewayGoesOn(int tunnel) {
        List<Exchanges.Exchange> later = mainModesSince(tunnel, gateway());
        assertThat(later)
                .as("main modes of the gateway since tunnel " + tunnel + " failed")
                .isNotEmpty();
        assertThat(later.get(later.size() - 1).complete())
                .as("end of the last of them")
                .isPresent();
    }

    @Then("the AWS side has begun no main mode")
    public void theAwsSideBeginsNothing() {
        for (int tunnel : List.of(1, 2)) {
            assertThat(mainModesSince(tunnel, tunnels.outside(tunnel)))
                    .as("main modes of the AWS side on tunnel " + tunnel)
                    .isEmpty();
        }
    }

    private List<Exchanges.Exchange> mainModesSince(int tunnel, Ipv4Address initiator) {
        return exchanges(tunnel).mainModes().stream()
                .filter(exchange -> exchange.initiator().equals(initiator)
                        && !exchange.begun().isBefore(traffic.begun()))
                .toList();
    }
}
