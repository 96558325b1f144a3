package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.BgpView;
import io.vpntck.steps.capture.ObservedBgp;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** Sessions of BGP: their coming up, what both sides say of themselves, and their end. */
public final class BgpSessionSteps {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    /** A little for timers that are not exact (RFC 4271, section 10, allows jitter downwards only). */
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** "About 30 seconds" (Amazon VPC Network Administrator Guide, "How to Test the Customer Gateway Configuration"). */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final World world;
    private final Tunnels tunnels;
    private final Peerings peerings;

    public BgpSessionSteps(World world, Tunnels tunnels, Peerings peerings) {
        this.world = world;
        this.tunnels = tunnels;
        this.peerings = peerings;
    }

    @Given("BGP sessions are established through both tunnels")
    public void sessionsAreEstablished() {
        if (!peerings.establish(LIMIT)) {
            throw new IllegalStateException("no BGP session through both tunnels in " + LIMIT.toSeconds() + " s");
        }
        world.testbed().pass(SLACK);
    }

    @When("both tunnels are raised, and {int} s go by")
    public void bothAreRaised(int seconds) {
        peerings.raise(Duration.ofSeconds(seconds));
    }

    @When("the AWS side falls silent on tunnel {int} for {int} s")
    public void fallsSilent(int tunnel, int seconds) {
        world.testbed().lab().blackhole(tunnels.outside(tunnel), true);
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @When("the gateway sends {word} on the session of tunnel {int}, and {int} s go by")
    public void sendsOctets(String hex, int tunnel, int seconds) {
        world.testbed().gateway().sendOnSession(tunnel, Octets.ofHex(hex));
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @Then("one BGP session is held through each tunnel, between its inside addresses, of version 4")
    public void oneSessionEach() {
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.established(tunnel))
                    .as("a session through tunnel %d", tunnel)
                    .isPresent();
            assertThat(peerings.fromAws(tunnel, OpenMessage.class))
                    .as("OPEN of the AWS side, tunnel %d", tunnel)
                    .hasSize(1);
            assertThat(peerings.fromGateway(tunnel, OpenMessage.class))
                    .as("OPEN of the gateway, tunnel %d", tunnel)
                    .hasSize(1)
                    .allMatch(open -> open.version() == 4);
            List<Ipv4Address> ends = List.of(peerings.aws(tunnel), peerings.gateway(tunnel));
            assertThat(peerings.view(tunnel).segments())
                    .as("ends of the connection, tunnel %d", tunnel)
                    .allMatch(s -> ends.contains(s.packet().source())
                            && ends.contains(s.packet().destination()))
                    .allMatch(s -> s.packet().timeToLive() >= 1);
        }
    }

    @Then("BGP went through the tunnels, and none of it outside ESP")
    public void noBgpOutside() {
        assertThat(peerings.view(1).segments()).as("BGP within ESP").isNotEmpty();
        assertThat(tunnels.view().all(ObservedPacket.Clear.class))
                .as("BGP outside ESP")
                .noneMatch(clear -> BgpView.segment(clear.packet()).isPresent());
    }

    @Then("a session is established through each tunnel")
    public void established() {
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.established(tunnel))
                    .as("a session through tunnel %d", tunnel)
                    .isPresent();
        }
    }

    /** More than 30 s is told to the reader. */
    @Then("a session is established through each tunnel within {int} s of its ESP SAs")
    public void establishedWithin(int seconds) {
        for (int tunnel : Peerings.BOTH) {
            Instant first = tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(tunnel)).stream()
                    .map(ObservedPacket.Esp::time)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no ESP went through tunnel " + tunnel));
            assertThat(peerings.established(tunnel))
                    .as("a session through tunnel %d", tunnel)
                    .hasValueSatisfying(at ->
                            assertThat(Duration.between(first, at)).isLessThanOrEqualTo(Duration.ofSeconds(seconds)));
            Duration taken =
                    Duration.between(first, peerings.established(tunnel).orElseThrow());
            if (taken.compareTo(USUAL) > 0) {
                world.log("warning: BGP of tunnel " + tunnel + " took " + taken.toSeconds() + " s to come up");
            }
        }
    }

    @Then("the hold time that comes of both OPENs is {int} s on each session")
    public void holdTime(int seconds) {
        for (int tunnel : Peerings.BOTH) {
            List<OpenMessage> opens = new ArrayList<>(peerings.fromAws(tunnel, OpenMessage.class));
            opens.addAll(peerings.fromGateway(tunnel, OpenMessage.class));
            assertThat(opens).as("OPEN messages, tunnel %d", tunnel).hasSizeGreaterThanOrEqualTo(2);
            assertThat(opens.stream().mapToInt(OpenMessage::holdTime).min())
                    .as("the lower of the hold times")
                    .hasValue(seconds);
        }
    }

    @Then("the gateway sends a message at least every {int} s on each session")
    public void keepsAlive(int seconds) {
        for (int tunnel : Peerings.BOTH) {
            Ipv4Address gateway = peerings.gateway(tunnel);
            Instant last = peerings.established(tunnel).orElseThrow(() -> new AssertionError("no session"));
            List<Instant> times = peerings.view(tunnel).messages().stream()
                    .filter(m -> m.source().equals(gateway))
                    .map(ObservedBgp::time)
                    .toList();
            for (Instant time : times) {
                assertThat(Duration.between(last, time))
                        .as("silence of the gateway, tunnel %d", tunnel)
                        .isLessThanOrEqualTo(Duration.ofSeconds(seconds).plus(SLACK));
                last = time;
            }
            assertThat(Duration.between(last, world.testbed().now()))
                    .as("silence of the gateway at the end, tunnel %d", tunnel)
                    .isLessThanOrEqualTo(Duration.ofSeconds(seconds).plus(SLACK));
        }
    }

    @Then("the gateway ends the session of tunnel {int} with NOTIFICATION 4, {int} s after the last message it got")
    public void holdTimerExpired(int tunnel, int seconds) {
        List<ObservedBgp> messages = peerings.view(tunnel).messages();
        Instant last = messages.stream()
                .filter(m -> m.source().equals(peerings.aws(tunnel)))
                .map(ObservedBgp::time)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("the AWS side said nothing"));
        Optional<Duration> after = messages.stream()
                .filter(m -> m.source().equals(peerings.gateway(tunnel))
                        && m.message() instanceof NotificationMessage notification
                        && notification.code() == 4)
                .map(m -> Duration.between(last, m.time()))
                .findFirst();
        assertThat(after).as("NOTIFICATION 4 of the gateway").isPresent();
        Duration hold = Duration.ofSeconds(seconds);
        assertThat(after.get())
                .as("time from the last message of the AWS side to NOTIFICATION 4")
                .isBetween(hold.minus(SLACK), hold.plus(SLACK));
    }

    @Then("the AWS side has answered with NOTIFICATION {int}\\/{int} through tunnel {int}")
    public void awsNotifies(int code, int subcode, int tunnel) {
        assertThat(peerings.fromAws(tunnel, NotificationMessage.class))
                .as("NOTIFICATION messages of the AWS side, tunnel %d", tunnel)
                .isNotEmpty()
                .allMatch(n -> n.code() == code && n.subcode() == subcode, code + "/" + subcode);
    }

    @Then("the gateway has answered with NOTIFICATION {int}\\/{int} through tunnel {int}")
    public void gatewayNotifies(int code, int subcode, int tunnel) {
        assertThat(peerings.fromGateway(tunnel, NotificationMessage.class))
                .as("NOTIFICATION messages of the gateway, tunnel %d", tunnel)
                .isNotEmpty()
                .allMatch(n -> n.code() == code && n.subcode() == subcode, code + "/" + subcode);
    }

    @Then("the session of tunnel {int} has been established anew")
    public void establishedAnew(int tunnel) {
        assertThat(peerings.fromAws(tunnel, OpenMessage.class))
                .as("OPEN messages of the AWS side")
                .hasSizeGreaterThanOrEqualTo(2);
        List<ObservedBgp> messages = peerings.view(tunnel).messages();
        assertThat(messages.get(messages.size() - 1).message())
                .as("the last message")
                .isNotInstanceOf(NotificationMessage.class);
    }

    @Then("the session of tunnel {int} has never been interrupted")
    public void neverInterrupted(int tunnel) {
        assertThat(peerings.fromAws(tunnel, OpenMessage.class))
                .as("OPEN messages of the AWS side, tunnel %d", tunnel)
                .hasSize(1);
        assertThat(peerings.fromAws(tunnel, NotificationMessage.class))
                .as("NOTIFICATION messages of the AWS side, tunnel %d", tunnel)
                .isEmpty();
    }

    @Then("vgwTelemetry shows both tunnels UP all the same")
    public void bothUp() {
        for (int tunnel : Peerings.BOTH) {
            assertThat(tunnels.telemetry(tunnel).status())
                    .as("status of tunnel %d", tunnel)
                    .isEqualTo(TelemetryStatus.UP);
        }
    }
}
