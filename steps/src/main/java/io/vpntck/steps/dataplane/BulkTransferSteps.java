package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** A large transfer over TCP, both ways at once. */
public final class BulkTransferSteps {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int PORT = 8_081;
    private static final long MEGABYTE = 1_000_000;
    private static final int FRAGMENTATION_NEEDED = 0x0304;

    private final World world;
    private final InnerTraffic traffic;
    private LanHost.Transfer transfer;

    public BulkTransferSteps(World world, InnerTraffic traffic) {
        this.world = world;
        this.traffic = traffic;
    }

    @When("the LAN host and the host in the VPC send each other {int} MB over one TCP connection")
    public void theHostsSend(int megabytes) {
        long octets = megabytes * MEGABYTE;
        traffic.begin();
        world.testbed().lab().serveFromVpcHost(world.vpcId(), traffic.vpcHost(), PORT, octets);
        transfer = world.testbed().gateway().lanHost().transfer(traffic.vpcHost(), PORT, octets);
        world.testbed().await(LIMIT, () -> transfer.sentAll() && transfer.received() == octets);
    }

    @Then("all {int} MB arrived at each end")
    public void allArrived(int megabytes) {
        assertThat(transfer.sentAll())
                .as("the host in the VPC has acknowledged everything")
                .isTrue();
        assertThat(transfer.received()).as("octets at the LAN host").isEqualTo(megabytes * MEGABYTE);
    }

    @Then("there was no fragment inside ESP or outside, and no ICMP error")
    public void nothingWasFragmented() {
        List<Ipv4Packet> inner = traffic.esp().stream()
                .flatMap(packet -> packet.inner().stream())
                .toList();
        assertThat(inner).as("packets inside ESP").isNotEmpty().noneMatch(Ipv4Packet::isFragment);
        assertThat(traffic.outsideFragments())
                .as("fragments on the outside network")
                .isEmpty();
        assertThat(inner).as("ICMP errors inside ESP").noneMatch(BulkTransferSteps::isRefusal);
        assertThat(traffic.arrivedOnLan()).as("ICMP errors at the LAN host").noneMatch(BulkTransferSteps::isRefusal);
    }

    private static boolean isRefusal(Ipv4Packet packet) {
        return packet.protocol() == Ipv4Packet.ICMP
                && packet.payload().length() > 1
                && (packet.payload().at(0) << 8 | packet.payload().at(1)) == FRAGMENTATION_NEEDED;
    }
}
