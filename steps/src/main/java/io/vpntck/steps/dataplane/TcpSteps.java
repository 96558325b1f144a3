package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** TCP through the tunnels, segment by segment: what becomes of the maximum segment size. */
public final class TcpSteps {
    private static final Duration ARRIVES = Duration.ofSeconds(3);
    private static final int CLIENT = 40_000;
    private static final int SERVER = 8_080;

    private final World world;
    private final Stage stage;
    private final InnerTraffic traffic;
    private List<Ipv4Packet> sent = List.of();
    private List<Ipv4Packet> arrived = List.of();

    public TcpSteps(World world, Stage stage, InnerTraffic traffic) {
        this.world = world;
        this.stage = stage;
        this.traffic = traffic;
    }

    private Ipv4Packet segment(boolean fromLan, int flags, Octets options, Octets data) {
        Ipv4Address from = fromLan ? traffic.lanHost() : traffic.vpcHost();
        Ipv4Address to = fromLan ? traffic.vpcHost() : traffic.lanHost();
        TcpSegment segment = new TcpSegment(CLIENT, SERVER, 1_000, 2_000, flags, 65_535, options, data);
        return Ipv4Packet.of(from, to, Ipv4Packet.TCP, segment.encode(from, to));
    }

    private void send(boolean fromLan, List<Ipv4Packet> packets) {
        traffic.begin();
        sent = packets;
        for (Ipv4Packet packet : packets) {
            if (fromLan) {
                world.testbed().gateway().lanHost().send(packet.encode());
            } else {
                world.testbed().lab().sendFromVpcHost(world.vpcId(), packet.encode());
            }
        }
        world.testbed().pass(ARRIVES);
        arrived = fromLan ? traffic.arrivedInVpc() : traffic.arrivedOnLan();
    }

    @When("{} sends a {} with a maximum segment size of {word} to {}")
    public void sends(String from, String kind, String size, String to) {
        int flags = kind.equals("SYN") ? TcpSegment.SYN : TcpSegment.SYN | TcpSegment.ACK;
        Octets options = size.equals("none") ? Octets.EMPTY : TcpSegment.maximumSegmentSize(Integer.parseInt(size));
        send(isLan(from), List.of(segment(isLan(from), flags, options, Octets.EMPTY)));
    }

    private static boolean isLan(String host) {
        return switch (host) {
            case "the LAN host" -> true;
            case "the host in the VPC" -> false;
            default -> throw new IllegalArgumentException("there is no host named " + host);
        };
    }

    @When("the LAN host sends segments without SYN to the host in the VPC, one of them with that option")
    public void sendsOthers() {
        Octets option = TcpSegment.maximumSegmentSize(1_460);
        send(
                true,
                List.of(
                        segment(true, TcpSegment.ACK, option, Octets.EMPTY),
                        segment(true, TcpSegment.ACK, Octets.EMPTY, Octets.zeros(1_300)),
                        segment(true, TcpSegment.RST, Octets.EMPTY, Octets.EMPTY)));
    }

    private TcpSegment only() {
        assertThat(arrived).as("packets that arrived").hasSize(1);
        return decoded(arrived.get(0));
    }

    private static TcpSegment decoded(Ipv4Packet packet) {
        try {
            // Its checksum is verified here.
            return TcpSegment.decode(packet);
        } catch (MalformedMessageException e) {
            throw new AssertionError("the segment that arrived: " + e.getMessage(), e);
        }
    }

    @Then("it arrives with a maximum segment size of {int} at most, and a right checksum")
    public void arrivesWithAtMost(int most) {
        assertThat(only().maximumSegmentSize()).as("maximum segment size").hasValueSatisfying(size -> assertThat(size)
                .isBetween(536, most));
    }

    @Then("it arrives with a maximum segment size of {word}")
    public void arrivesWith(String size) {
        assertThat(only().maximumSegmentSize().map(Object::toString).orElse("none"))
                .as("maximum segment size")
                .isEqualTo(size);
    }

    @Then("nothing else of it has changed")
    public void nothingElseHasChanged() {
        TcpSegment before = decoded(sent.get(0));
        TcpSegment after = only();
        int size = before.maximumSegmentSize().orElse(0);
        assertThat(after.withMaximumSegmentSize(size)).as("the segment").isEqualTo(before);
    }

    @Then("all of them arrive as they were sent, but for a lower TTL")
    public void allArriveAsSent() {
        assertThat(arrived.stream().map(p -> p.withTimeToLive(0)))
                .as("segments that arrived")
                .containsExactlyElementsOf(
                        sent.stream().map(p -> p.withTimeToLive(0)).toList());
    }

    @Then("the downloaded document says a tcp_mss_adjustment of {int} for each tunnel")
    public void theDocumentSays(int size) {
        String value = Integer.toString(size);
        assertThat(Configuration.of(stage.connection()).mssAdjustments())
                .as("tcp_mss_adjustment")
                .containsExactly(value, value);
    }
}
