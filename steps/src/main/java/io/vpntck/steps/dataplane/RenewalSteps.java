package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Lifetimes: what is proposed, and when SAs are renewed, and by whom. */
public final class RenewalSteps {
    /** RFC 2409, appendix A, and RFC 2407, section 4.5. */
    private static final List<Integer> LIFE_TYPE = List.of(11, 1);

    private static final List<Integer> LIFE_DURATION = List.of(12, 2);
    private static final long SECONDS = 1;

    private final World world;
    private final Tunnels tunnels;

    public RenewalSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    private static List<Exchanges.Exchange> exchanges(OutsideView view, Ipv4Address tunnel, int phase) {
        Exchanges exchanges = new Exchanges(view, tunnel);
        return phase == 1 ? exchanges.mainModes() : exchanges.quickModes();
    }

    @Then("each phase {int} proposal of the gateway has a lifetime of {int} s")
    public void proposalsHaveALifetime(int phase, int seconds) {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Exchanges.Exchange> own = exchanges(view, tunnel, phase).stream()
                    .filter(exchange -> exchange.initiator().equals(gateway()))
                    .toList();
            assertThat(own).as("exchanges of the gateway on tunnel " + tunnel).isNotEmpty();
            assertThat(own)
                    .as("proposals of the gateway")
                    .flatMap(RenewalSteps::transforms)
                    .isNotEmpty()
                    .allMatch(t -> t.attribute(LIFE_TYPE.get(phase - 1)).orElse(0) == SECONDS)
                    .extracting(t -> t.attribute(LIFE_DURATION.get(phase - 1)).orElse(0))
                    .containsOnly((long) seconds);
            world.notes().proves(own.get(0).first(), "lifetime of " + seconds + " s");
        }
    }

    private static List<Transform> transforms(Exchanges.Exchange exchange) {
        return exchange.first().payloads().stream()
                .flatMap(payloads -> payloads.all(SecurityAssociationPayload.class).stream())
                .flatMap(sa -> sa.proposals().stream())
                .flatMap(proposal -> proposal.transforms().stream())
                .toList();
    }

    @Then("the gateway has renewed each IKE SA within {int} s")
    public void ikeSasAreRenewed(int seconds) {
        assertRenewed(1, seconds, exchange -> exchange.initiator().equals(gateway()));
    }

    @Then("the gateway has renewed each pair of ESP SAs within {int} s")
    public void pairsAreRenewed(int seconds) {
        assertRenewed(2, seconds, exchange -> exchange.initiator().equals(gateway()));
    }

    /** No SA in force for longer than that, up to now, and at least one renewal on each tunnel. */
    private void assertRenewed(int phase, int seconds, Predicate<Exchanges.Exchange> which) {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Instant> made = Exchanges.completions(
                    exchanges(view, tunnel, phase).stream().filter(which).toList());
            assertThat(made).as("exchanges on tunnel " + tunnel).hasSizeGreaterThan(1);
            Instant before = made.get(0);
            for (Instant next : made.subList(1, made.size())) {
                assertThat(Duration.between(before, next))
                        .as("time until the renewal of " + next + " on tunnel " + tunnel)
                        .isLessThan(Duration.ofSeconds(seconds));
                before = next;
            }
            assertThat(Duration.between(before, world.testbed().now()))
                    .as("time since the last renewal on tunnel " + tunnel)
                    .isLessThan(Duration.ofSeconds(seconds));
        }
    }

    @Then(
            "the AWS side has renewed phase {int} of each tunnel between {int} s and {int} s after its beginning, and the gateway has answered")
    public void theAwsSideHasRenewed(int phase, int from, int to) {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Exchanges.Exchange> all = exchanges(view, tunnel, phase);
            Instant first = all.get(0).complete().orElseThrow();
            List<Exchanges.Exchange> theirs = all.stream()
                    .filter(exchange -> exchange.initiator().equals(tunnel))
                    .toList();
            assertThat(theirs)
                    .as("exchanges that the AWS side has begun on tunnel " + tunnel)
                    .isNotEmpty();
            assertThat(Duration.between(first, theirs.get(0).begun()))
                    .as("time until the AWS side begins")
                    .isBetween(Duration.ofSeconds(from), Duration.ofSeconds(to));
            assertThat(theirs.get(0).complete())
                    .as("end of the exchange that the AWS side has begun at "
                            + theirs.get(0).begun())
                    .isPresent();
            world.notes().proves(theirs.get(0).first(), "begun by the AWS side");
        }
    }
}
