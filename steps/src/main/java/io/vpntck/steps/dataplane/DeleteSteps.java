package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** The orderly end of SAs: the gateway tells of it, and heeds what it is told. */
public final class DeleteSteps {
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    /** How long a gateway may take over a Delete that has reached it. */
    private static final Duration HEED = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private final SteadyTraffic traffic;
    private Instant deleted;

    public DeleteSteps(World world, Tunnels tunnels, SteadyTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    @When("the gateway is stopped in good order")
    public void theGatewayIsStopped() {
        traffic.mark();
        world.testbed().gateway().stop();
        world.testbed().pass(UNDER_WAY);
    }

    @When("the gateway is stopped in good order, and its last packets of ESP are sent once more")
    public void theGatewayIsStoppedAndRepeated() {
        List<ObservedPacket.Esp> last = tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(packet -> packet.source().equals(gateway()))
                .toList();
        theGatewayIsStopped();
        deleted = world.testbed().now();
        last.subList(Math.max(0, last.size() - 4), last.size())
                .forEach(packet -> world.testbed().wire().inject(packet.packet().encode()));
        world.testbed().pass(Duration.ofSeconds(5));
    }

    @When(
            "the AWS side deletes the SAs of both tunnels, and the LAN host pings the host in the VPC every second for {int} s")
    public void theAwsSideDeletes(int seconds) {
        traffic.mark();
        tunnels.outside().forEach(address -> world.testbed().lab().deleteSas(address));
        traffic.during(Duration.ofSeconds(seconds), Duration.ofSeconds(1), List.of(traffic.vpcHost()));
    }

    @Then("the gateway has sent Deletes of the ESP SAs and of the IKE SA of each tunnel")
    public void theGatewayTells() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            assertThat(new Exchanges(view, tunnel).deletes(gateway()))
                    .as("protocols of the Deletes of the gateway on tunnel " + tunnel)
                    .extracting(DeletePayload::protocol)
                    .contains(Proposal.ESP, Proposal.ISAKMP);
        }
    }

    @Then("DescribeVpnConnections shows both tunnels DOWN within {int} s")
    public void bothAreDown(int seconds) {
        assertThat(world.testbed().await(Duration.ofSeconds(seconds), () -> List.of(1, 2).stream()
                        .allMatch(t -> tunnels.telemetry(t).status() == TelemetryStatus.DOWN)))
                .as("both tunnels DOWN within " + seconds + " s")
                .isTrue();
    }

    @Then("the AWS side sends nothing more")
    public void theAwsSideIsSilent() {
        List<Ipv4Address> aws = tunnels.outside();
        assertThat(tunnels.view().packets())
                .as("packets of the AWS side after the repeated ones")
                .noneMatch(packet -> packet.time().isAfter(deleted) && aws.contains(packet.source()));
    }

    @Then("the gateway uses no SA that the AWS side has deleted")
    public void theGatewayHeeds() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            Map<Octets, Instant> gone = new Exchanges(view, tunnel)
                    .deletions(tunnel).stream()
                            .filter(delete -> delete.payload().protocol() == Proposal.ESP)
                            .flatMap(delete ->
                                    delete.payload().spis().stream().map(spi -> Map.entry(spi, delete.time())))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, again) -> first));
            assertThat(gone)
                    .as("SPIs that the AWS side has deleted on tunnel " + tunnel)
                    .isNotEmpty();
            assertThat(view.of(ObservedPacket.Esp.class, tunnel))
                    .as("ESP of the gateway on tunnel " + tunnel + " more than " + HEED.toSeconds()
                            + " s after its SA was deleted")
                    .filteredOn(packet -> packet.source().equals(gateway()))
                    .noneMatch(packet -> Optional.ofNullable(gone.get(
                                    new OctetWriter(4).int32(packet.spi()).toOctets()))
                            .filter(at -> packet.time().isAfter(at.plus(HEED)))
                            .isPresent());
        }
    }
}
