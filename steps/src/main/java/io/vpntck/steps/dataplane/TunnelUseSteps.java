package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.TunnelConfiguration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.run.MeasuredOutage;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** Gateways with one tunnel at a time, and gateways that watch their tunnels by pings. */
public final class TunnelUseSteps {
    private static final int EACH_SECOND = 10;
    private static final Duration BEFORE = Duration.ofSeconds(5);

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final Probe probe;
    private String cause = "";
    private ProbeRow row;

    public TunnelUseSteps(World world, Stage stage, Tunnels tunnels, Probe probe) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
        this.probe = probe;
    }

    @Given("the gateway is to have one tunnel up at a time")
    public void oneAtATime() {
        stage.manner(TunnelConfiguration.Manner.ONE_AT_A_TIME);
    }

    @Given("the gateway is to watch its tunnels by pings")
    public void watchesItsTunnels() {
        stage.manner(TunnelConfiguration.Manner.WATCHED);
    }

    @When("tunnel {int} fails while the LAN host pings the host in the VPC 10 times a second for {int} s")
    public void fails(int tunnel, int seconds) {
        cause = "a silent failure, one tunnel at a time";
        probe.begin(false, EACH_SECOND, Duration.ofSeconds(seconds));
        world.testbed().pass(BEFORE);
        world.testbed().lab().blackhole(tunnels.outside(tunnel), true);
        row = probe.end();
    }

    @When(
            "ESP alone is lost on tunnel {int} while the LAN host pings the host in the VPC 10 times a second for {int} s")
    public void losesEsp(int tunnel, int seconds) {
        cause = "loss of ESP alone, tunnels watched by pings";
        Ipv4Address outside = tunnels.outside(tunnel);
        probe.begin(false, EACH_SECOND, Duration.ofSeconds(seconds));
        world.testbed().pass(BEFORE);
        world.testbed().wire().drop(packet -> isEsp(packet, outside), 0);
        row = probe.end();
    }

    /** To or from this address. */
    private static boolean isEsp(CapturedPacket packet, Ipv4Address outside) {
        Ipv4Packet decoded = MadePackets.decoded(packet.packet());
        return decoded.protocol() == Ipv4Packet.ESP
                && (decoded.source().equals(outside) || decoded.destination().equals(outside));
    }

    @Then("what the LAN host sent was interrupted for {int} s at most, and came through tunnel {int} from then on")
    public void isInterruptedAtMost(int seconds, int tunnel) {
        Duration bound = Duration.ofSeconds(seconds);
        world.outage(new MeasuredOutage(cause, "LAN to VPC", EACH_SECOND, row.longestGap(), row.lost(), bound));
        assertThat(row.longestGap()).as("longest gap").isLessThanOrEqualTo(bound);
        Instant lastSeconds = row.sentAt(row.sent() - 5 * EACH_SECOND);
        assertThat(row.lostBetween(lastSeconds, Instant.MAX))
                .as("requests lost in the last 5 s")
                .isZero();
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        assertThat(tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(tunnel)))
                .as("requests through tunnel %d in the last 5 s", tunnel)
                .filteredOn(packet -> packet.time().isAfter(lastSeconds)
                        && packet.inner()
                                .filter(p -> p.destination().equals(host))
                                .isPresent())
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @Then("the status of tunnel {int} is still {word}")
    public void isStill(int tunnel, String status) {
        assertThat(tunnels.telemetry(tunnel).status())
                .as("status of tunnel " + tunnel)
                .isEqualTo(TelemetryStatus.fromValue(status));
    }
}
