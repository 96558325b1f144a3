package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.testbed.Disorder;
import java.time.Duration;
import java.util.List;

/** A network that loses, duplicates and reorders packets, and what the tunnels make of it. */
public final class DisorderSteps {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private LanHost.Ping during;
    private LanHost.Ping after;
    private boolean restored;

    public DisorderSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Given(
            "of IKE packets {int} % are lost, {int} % come twice, and all are delayed by up to {int} ms, by the seed {int}")
    public void ikeIsDisturbed(int loss, int duplication, int millis, int seed) {
        world.testbed().wire().disorder(DisorderSteps::isUdp, disorder(loss, duplication, millis), seed);
    }

    @Given(
            "of all packets {int} % are lost, {int} % come twice, and all are delayed by up to {int} ms, by the seed {int}")
    public void everythingIsDisturbed(int loss, int duplication, int millis, int seed) {
        world.testbed().wire().disorder(packet -> true, disorder(loss, duplication, millis), seed);
    }

    private static Disorder disorder(int loss, int duplication, int millis) {
        return new Disorder(loss / 100.0, duplication / 100.0, Duration.ofMillis(millis));
    }

    /** Without a NAT device, UDP on the outside network is IKE. */
    private static boolean isUdp(CapturedPacket captured) {
        try {
            return Ipv4Packet.decode(captured.packet()).protocol() == Ipv4Packet.UDP;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    @When(
            "the LAN host pings the host in the VPC once a second for {int} s, the network recovers, and it pings on for at most {int} s")
    public void theNetworkRecovers(int disturbed, int limit) {
        LanHost host = world.testbed().gateway().lanHost();
        Ipv4Address vpcHost = Ipv4Address.of(world.vpcHost());
        during = host.ping(vpcHost, disturbed, SECOND);
        world.testbed().pass(Duration.ofSeconds(disturbed));
        during.stop();
        world.testbed().wire().heal();
        after = host.ping(vpcHost, limit, SECOND);
        restored = world.testbed().await(Duration.ofSeconds(limit), () -> after.received() >= 3);
        after.stop();
    }

    @Then("pings were answered again within that time")
    public void pingsWereAnsweredAgain() {
        assertThat(restored)
                .as("three pings answered after the network recovered")
                .isTrue();
    }

    @Then("the host in the VPC was handed each of the pings once at most")
    public void nothingIsDeliveredTwice() {
        String begin = world.testbed().gateway().lanHost().address() + " to " + world.vpcHost() + " ";
        List<AwsSideEvent> delivered = world.testbed().lab().events().stream()
                .filter(e -> e.kind().equals("delivered") && e.detail().startsWith(begin))
                .toList();
        assertThat(delivered.size())
                .as("pings delivered, of those sent")
                .isLessThanOrEqualTo(during.sent() + after.sent());
    }

    @Then("both sides agree on one IKE SA and one pair of ESP SAs for each tunnel")
    public void oneOfEach() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Integer> spis = world.testbed().lab().espSecrets().stream()
                    .filter(s -> s.source().equals(tunnel) || s.destination().equals(tunnel))
                    .map(EspSecret::spi)
                    .distinct()
                    .toList();
            assertThat(spis).as("ESP SAs of tunnel " + tunnel).hasSize(2);
        }
        assertThat(world.testbed().lab().ikeSecrets())
                .as("IKE SAs of both tunnels")
                .hasSize(2);
    }
}
