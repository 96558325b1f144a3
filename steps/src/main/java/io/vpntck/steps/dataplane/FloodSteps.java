package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** Many first messages of main mode from strangers, none of whom goes on. */
public final class FloodSteps {
    private static final int IKE_PORT = 500;
    private static final Ipv4Address STRANGERS = Ipv4Address.of("198.18.64.0");

    private final World world;
    private final Tunnels tunnels;

    public FloodSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @When(
            "the SAs of both tunnels are deleted, and {int} strangers begin main mode on each while the LAN host pings the AWS side's inside addresses for at most {int} s")
    public void strangersBegin(int count, int seconds) {
        List<Octets> first = tunnels.outside().stream()
                .map(tunnel -> tunnels.view()
                        .of(ObservedPacket.Ike.class, tunnel)
                        .get(0)
                        .message()
                        .encode())
                .toList();
        tunnels.outside().forEach(address -> world.testbed().lab().deleteSas(address));
        for (int i = 1; i <= count; i++) {
            for (int tunnel : List.of(1, 2)) {
                Octets message = Octets.concat(
                        Octets.ofHex(String.format("f100d000%08x", i)),
                        first.get(tunnel - 1).from(8));
                inject(STRANGERS.plus(i), tunnels.outside(tunnel), message);
            }
        }
        tunnels.raise(Duration.ofSeconds(seconds));
    }

    private void inject(Ipv4Address source, Ipv4Address destination, Octets message) {
        Octets datagram = new UdpDatagram(IKE_PORT, IKE_PORT, message).encode(source, destination);
        world.testbed()
                .wire()
                .inject(Ipv4Packet.of(source, destination, Ipv4Packet.UDP, datagram)
                        .encode());
    }

    @Then("each stranger has got one answer at most, no longer than the message")
    public void oneAnswerAtMost() {
        world.testbed().pass(Duration.ofSeconds(70));
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket.Ike> strange = tunnels.view().all(ObservedPacket.Ike.class).stream()
                .filter(message ->
                        message.message().header().initiatorCookie().toHex().startsWith("f100d000"))
                .toList();
        int longest = strange.stream()
                .filter(message -> aws.contains(message.destination()))
                .mapToInt(message -> message.packet().totalLength())
                .max()
                .orElseThrow();
        List<ObservedPacket.Ike> answers = strange.stream()
                .filter(message -> aws.contains(message.source()))
                .toList();
        assertThat(answers)
                .as("strangers that were answered")
                .extracting(answer -> answer.source() + " to " + answer.destination())
                .doesNotHaveDuplicates();
        assertThat(answers)
                .as("lengths of the answers")
                .allMatch(answer -> answer.packet().totalLength() <= longest);
    }
}
