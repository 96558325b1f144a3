package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.IcmpFragmentationNeeded;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Reassembly;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Large packets of a host in the VPC. */
public final class VpcPacketSteps {
    private static final Duration ARRIVES = Duration.ofSeconds(3);
    private static final int PORT = 5_003;
    /** IP and UDP. */
    private static final int HEADERS = 28;

    private final World world;
    private final InnerTraffic traffic;
    private Ipv4Packet sent;

    public VpcPacketSteps(World world, InnerTraffic traffic) {
        this.world = world;
        this.traffic = traffic;
    }

    @When("the host in the VPC sends the LAN host a UDP datagram of {int} octets, DF {word}")
    public void theVpcHostSends(int octets, String df) {
        traffic.begin();
        send(octets, df.equals("set"));
    }

    private void send(int octets, boolean dontFragment) {
        sent = MadePackets.udp(traffic.vpcHost(), traffic.lanHost(), PORT, octets)
                .withDontFragment(dontFragment)
                .withIdentification(91);
        world.testbed().lab().sendFromVpcHost(world.vpcId(), sent.encode());
        world.testbed().pass(ARRIVES);
    }

    @Then("ESP from the AWS side has {int} octets at most, and none of it is a fragment")
    public void espFits(int most) {
        List<ObservedPacket.Esp> esp = traffic.fromAws();
        assertThat(esp).as("ESP from the AWS side").isNotEmpty();
        assertThat(esp)
                .as("octets of each outer packet")
                .allMatch(p -> p.packet().totalLength() <= most);
        assertThat(traffic.outsideFragments())
                .as("fragments on the outside network")
                .isEmpty();
    }

    @Then("the LAN host got {int} fragments that make the datagram")
    public void theLanHostGotFragments(int count) {
        List<Ipv4Packet> arrived = traffic.arrivedOnLan();
        assertThat(arrived).as("what came to the LAN host").hasSize(count).allMatch(Ipv4Packet::isFragment);
        Reassembly reassembly = new Reassembly();
        assertThat(arrived.stream().map(reassembly::add).flatMap(Optional::stream))
                .as("what the fragments make")
                .singleElement()
                .satisfies(whole -> assertThat(whole.payload()).isEqualTo(sent.payload()));
    }

    @Then("the host in the VPC is told an MTU of {int} to {int} octets")
    public void theVpcHostIsTold(int least, int most) {
        assertThat(told()).as("next-hop MTU in ICMP type 3, code 4").isPresent();
        assertThat(told().orElseThrow()).as("next-hop MTU").isBetween(least, most);
    }

    private Optional<Integer> told() {
        return traffic.arrivedInVpc().stream().flatMap(p -> mtu(p).stream()).findFirst();
    }

    private static Optional<Integer> mtu(Ipv4Packet packet) {
        try {
            return packet.protocol() == Ipv4Packet.ICMP
                    ? Optional.of(IcmpFragmentationNeeded.decode(packet).nextHopMtu())
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    @Then("a UDP datagram that makes a packet of this MTU arrives whole at the LAN host, DF set")
    public void aSmallerDatagramArrives() {
        send(told().orElseThrow() - HEADERS, true);
        assertThat(traffic.arrivedOnLan())
                .as("what came to the LAN host")
                .singleElement()
                .satisfies(p -> assertThat(p.withTimeToLive(sent.timeToLive())).isEqualTo(sent));
    }
}
