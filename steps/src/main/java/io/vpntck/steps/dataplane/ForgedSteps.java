package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** First messages of other versions and modes at the AWS side, and messages that were changed on their way to it. */
public final class ForgedSteps {
    private static final int IKE_PORT = 500;
    /** From the end of quick mode message 1 into its key exchange: behind it are two identities of 16 octets. */
    private static final int INTO_THE_KEY_EXCHANGE = 100;

    private static final Octets COOKIE = Octets.ofHex("5ee05ee05ee05ee0");
    /** RFC 7296, section 3: SA (AES-CBC-128, HMAC-SHA1, HMAC-SHA1-96, group 2), KE and nonce. */
    private static final Octets IKE_SA_INIT = Octets.concat(
            COOKIE,
            Octets.ofHex("0000000000000000" + "21202208" + "00000000" + "000000f8"),
            Octets.ofHex("22000030" + "0000002c01010004" + "0300000c0100000c800e0080"),
            Octets.ofHex("0300000802000002" + "0300000803000002" + "0000000804000002"),
            Octets.ofHex("28000088" + "00020000" + "5a".repeat(128)),
            Octets.ofHex("00000024" + "6b".repeat(32)));

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final World world;
    private final Tunnels tunnels;
    private Instant sent;

    public ForgedSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    @When("a first message of {} comes to each tunnel from the gateway's address")
    public void aFirstMessageComes(String kind) {
        sent = world.testbed().now();
        for (Ipv4Address tunnel : tunnels.outside()) {
            Octets datagram = new UdpDatagram(IKE_PORT, IKE_PORT, first(kind, tunnel)).encode(gateway(), tunnel);
            world.testbed()
                    .wire()
                    .inject(Ipv4Packet.of(gateway(), tunnel, Ipv4Packet.UDP, datagram)
                            .encode());
        }
        world.testbed().pass(ANSWER);
    }

    private Octets first(String kind, Ipv4Address tunnel) {
        if (kind.equals("IKEv2")) {
            return IKE_SA_INIT;
        }
        // That of main mode with another initiator cookie and exchange type 4 (RFC 2408, section 3.1).
        Octets main = tunnels.view()
                .of(ObservedPacket.Ike.class, tunnel)
                .get(0)
                .message()
                .encode();
        return Octets.concat(COOKIE, main.slice(8, 18), Octets.ofHex("04"), main.from(19));
    }

    @Then("the AWS side has not answered")
    public void hasNotAnswered() {
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket> answers = tunnels.view().packets().stream()
                .filter(packet ->
                        aws.contains(packet.source()) && !packet.time().isBefore(sent))
                .filter(packet -> packet instanceof ObservedPacket.Ike ike
                        && ike.message().header().initiatorCookie().equals(COOKIE))
                .toList();
        answers.forEach(answer -> world.notes().breaks(answer, "answers what it should not take"));
        assertThat(answers).as("answers of the AWS side").isEmpty();
    }

    @When(
            "an octet of each quick mode message of the gateway is changed on its way, while the LAN host pings the AWS side's inside address of each tunnel for {int} s")
    public void anOctetIsChanged(int seconds) {
        world.testbed().wire().alter(this::isQuickMode, ForgedSteps::changed, 0);
        tunnels.raise(Duration.ofSeconds(seconds));
    }

    private boolean isQuickMode(CapturedPacket packet) {
        return Packets.ike(packet)
                .filter(message -> message.source().equals(gateway()))
                .filter(message -> message.header().exchange() == ExchangeType.QUICK_MODE.id())
                .isPresent();
    }

    private static Octets changed(Octets packet) {
        try {
            Ipv4Packet outer = Ipv4Packet.decode(packet);
            UdpDatagram datagram = UdpDatagram.decode(outer);
            Octets message = datagram.payload();
            int at = message.length() - INTO_THE_KEY_EXCHANGE;
            if (at < 0) {
                return packet;
            }
            Octets other = Octets.concat(
                    message.first(at), Octets.ofHex(String.format("%02x", message.at(at) ^ 1)), message.from(at + 1));
            Octets encoded = new UdpDatagram(datagram.sourcePort(), datagram.destinationPort(), other)
                    .encode(outer.source(), outer.destination());
            return Ipv4Packet.of(outer.source(), outer.destination(), Ipv4Packet.UDP, encoded)
                    .encode();
        } catch (MalformedMessageException e) {
            return packet;
        }
    }

    @Then("the AWS side has answered no quick mode")
    public void noQuickModeIsAnswered() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> messages = tunnels.view().of(ObservedPacket.Ike.class, tunnel).stream()
                    .filter(message -> message.message().header().exchange() == ExchangeType.QUICK_MODE.id())
                    .toList();
            assertThat(messages).as("quick mode messages of tunnel " + tunnel).isNotEmpty();
            assertThat(messages).as("quick mode messages of the AWS side").noneMatch(message -> message.source()
                    .equals(tunnel));
        }
    }
}
