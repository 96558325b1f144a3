package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** Packets of hosts at both ends: what they are inside the tunnel, and what the other host gets. */
public final class InnerPacketSteps {
    private static final Duration ARRIVES = Duration.ofSeconds(3);
    private static final int GRE = 47;
    /** RFC 2474, section 3: the six bits before the two of ECN. */
    private static final int DSCP_SHIFT = 2;

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;
    private Ipv4Packet toVpc;
    private Ipv4Packet toLan;

    public InnerPacketSteps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    @When("the LAN host and the host in the VPC send each other a UDP datagram of {int} octets with the DSCP {int}")
    public void theHostsSend(int octets, int dscp) {
        toVpc = MadePackets.udp(traffic.lanHost(), traffic.vpcHost(), 40_010, octets)
                .withTypeOfService(dscp << DSCP_SHIFT)
                .withIdentification(77);
        toLan = MadePackets.udp(traffic.vpcHost(), traffic.lanHost(), 5002, octets)
                .withTypeOfService(dscp << DSCP_SHIFT)
                .withIdentification(78);
        traffic.begin();
        world.testbed().gateway().lanHost().send(toVpc.encode());
        world.testbed().lab().sendFromVpcHost(world.vpcId(), toLan.encode());
        world.testbed().pass(ARRIVES);
    }

    @Then("each got the other's packet as it was sent, but for a lower TTL")
    public void eachGotTheOthers() {
        assertAsSent(traffic.arrivedInVpc(), toVpc, "the host in the VPC");
        assertAsSent(traffic.arrivedOnLan(), toLan, "the LAN host");
    }

    private static void assertAsSent(List<Ipv4Packet> arrived, Ipv4Packet sent, String host) {
        assertThat(arrived.stream().map(p -> p.withTimeToLive(sent.timeToLive())))
                .as("what came to " + host)
                .containsExactly(sent);
        assertThat(arrived.get(0).timeToLive()).as("TTL at " + host).isBetween(1, sent.timeToLive());
    }

    @Then("the outer packets have the DSCP {int}")
    public void theOuterPacketsHave(int dscp) {
        assertThat(traffic.esp())
                .as("DSCP of outer packets")
                .filteredOn(p ->
                        p.inner().filter(i -> i.protocol() == Ipv4Packet.UDP).isPresent())
                .hasSize(2)
                .allMatch(p -> p.packet().typeOfService() >>> DSCP_SHIFT == dscp);
    }

    @Then("everything in ESP is IPv4 in tunnel mode, and neither GRE nor IP in IP")
    public void nothingIsWrapped() {
        List<ObservedPacket.Esp> esp = tunnels.view().all(ObservedPacket.Esp.class);
        assertThat(esp).as("ESP packets that the keys open").isNotEmpty().allMatch(p -> p.inner()
                .isPresent());
        esp.stream().filter(InnerPacketSteps::isWrapped).forEach(p -> world.notes()
                .breaks(p, "encapsulated once more"));
        assertThat(esp).as("protocols inside").noneMatch(InnerPacketSteps::isWrapped);
    }

    private static boolean isWrapped(ObservedPacket.Esp packet) {
        return packet.inner()
                .filter(i -> i.protocol() == GRE || i.protocol() == Ipv4Packet.IPV4)
                .isPresent();
    }

    @Then("each quick mode of the gateway proposes 0.0.0.0\\/0 to 0.0.0.0\\/0")
    public void quickModesProposeAnyToAny() {
        List<ObservedPacket.Ike> first = tunnels.view().all(ObservedPacket.Ike.class).stream()
                .filter(m -> m.message().header().exchange() == ExchangeType.QUICK_MODE.id())
                .filter(m -> !tunnels.outside().contains(m.source()))
                .filter(m -> m.payloads()
                        .filter(p -> !p.all(IdentificationPayload.class).isEmpty())
                        .isPresent())
                .toList();
        assertThat(first).as("quick modes of the gateway with identities").isNotEmpty();
        for (ObservedPacket.Ike message : first) {
            // RFC 2407, section 4.6.2.5: ID_IPV4_ADDR_SUBNET, an address and a mask.
            assertThat(message.payloads().orElseThrow().all(IdentificationPayload.class))
                    .as("identities of quick mode")
                    .hasSize(2)
                    .allMatch(id -> id.idType() == 4 && id.data().toHex().equals("0000000000000000"));
        }
    }

    @Then("every echo request to the host in the VPC has the LAN host's address as its source")
    public void requestsComeFromTheLanHost() {
        assertThat(traffic.fromGateway().stream()
                        .flatMap(p -> p.inner().stream())
                        .filter(i -> i.destination().equals(traffic.vpcHost())))
                .as("echo requests to the host in the VPC")
                .isNotEmpty()
                .allMatch(i -> i.source().equals(traffic.lanHost()));
    }
}
