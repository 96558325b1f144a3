package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Packets that somebody on the outside network sends to the AWS side in the gateway's name. */
public final class ForgedPacketSteps {
    private static final Duration ARRIVES = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final int DATA = 56;

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;
    private Map<DropReason, Long> before = Map.of();
    private final List<Ipv4Packet> forged = new ArrayList<>();

    public ForgedPacketSteps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    @Given("the LAN host and the host in the VPC have exchanged {int} pings through tunnel 1")
    public void pingsWereExchanged(int count) {
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(traffic.vpcHost(), count, INTERVAL);
        if (!world.testbed().await(Duration.ofSeconds(60), ping::finished)) {
            throw new IllegalStateException(ping.received() + " of " + count + " pings were answered");
        }
    }

    private List<ObservedPacket.Esp> fromGateway() {
        return tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(1)).stream()
                .filter(p -> p.destination().equals(tunnels.outside(1)))
                .toList();
    }

    private EspForge forge(int spi) {
        EspSecret secret = world.testbed().lab().espSecrets().stream()
                .filter(s -> s.spi() == spi && s.destination().equals(tunnels.outside(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no keys of the SA to the AWS side are known"));
        return new EspForge(secret);
    }

    private Octets request() {
        return MadePackets.echoRequest(traffic.lanHost(), traffic.vpcHost(), DATA)
                .encode();
    }

    private void inject(Ipv4Packet packet) {
        before = world.testbed().lab().drops();
        forged.add(packet);
        traffic.begin();
        world.testbed().wire().inject(packet.encode());
        world.testbed().pass(ARRIVES);
    }

    @When("an ESP packet reaches the AWS side through tunnel 1 with {}")
    public void anEspPacketReachesTheAwsSide(String flaw) {
        List<ObservedPacket.Esp> sent = fromGateway();
        ObservedPacket.Esp last = sent.stream()
                .max(Comparator.comparing(ObservedPacket.Esp::time).thenComparing(ObservedPacket.Esp::sequence))
                .orElseThrow(() -> new IllegalStateException("the gateway has sent no ESP"));
        EspForge forge = forge(last.spi());
        long ahead = last.sequence() + 10;
        Ipv4Packet right = forge.packet(ahead, EspForge.IPV4, request());
        inject(
                switch (flaw) {
                    case "a bit of the ICV flipped" ->
                        flipped(right, right.payload().length() - 1);
                    case "a bit of the ciphertext flipped" -> flipped(right, 40);
                    case "a wrong ICV and a sequence number 1000 ahead" ->
                        flipped(forge.packet(last.sequence() + 1000, EspForge.IPV4, request()), 90);
                    case "the SPI after the right one" ->
                        forge.packet(forge.spi() + 1, ahead, EspForge.IPV4, request(), true);
                    case "the octets of the last one" -> last.packet();
                    case "the octets of the first one" -> firstToTheHost(sent);
                    case "padding that does not count" ->
                        forge.packet(forge.spi(), ahead, EspForge.IPV4, request(), false);
                    case "its end cut off" -> right.withPayload(right.payload().first(24));
                    case "nothing behind the SPI" ->
                        right.withPayload(right.payload().first(4));
                    case "half a packet inside" ->
                        forge.packet(ahead, EspForge.IPV4, request().first(30));
                    default -> throw new IllegalArgumentException("no such flaw: " + flaw);
                });
    }

    private Ipv4Packet firstToTheHost(List<ObservedPacket.Esp> sent) {
        return sent.stream()
                .filter(p -> p.inner()
                        .filter(inner -> inner.destination().equals(traffic.vpcHost()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the gateway has sent nothing to the host in the VPC"))
                .packet();
    }

    private static Ipv4Packet flipped(Ipv4Packet packet, int at) {
        return packet.withPayload(packet.payload().with(at, packet.payload().at(at) ^ 1));
    }

    @When("{} reaches the outside address of tunnel 1 in the gateway's name")
    public void somethingReachesTheOutsideAddress(String what) {
        Ipv4Address gateway = world.testbed().gateway().outsideAddress();
        Ipv4Address aws = tunnels.outside(1);
        inject(
                switch (what) {
                    case "an echo request for the host in the VPC, IP in IP" ->
                        Ipv4Packet.of(gateway, aws, Ipv4Packet.IPV4, request());
                    case "a ping in clear" -> MadePackets.echoRequest(gateway, aws, DATA);
                    case "a UDP datagram in clear" -> MadePackets.udp(gateway, aws, 40_010, DATA);
                    case "ESP with a guessed SPI" ->
                        Ipv4Packet.of(
                                gateway,
                                aws,
                                Ipv4Packet.ESP,
                                Octets.concat(Octets.ofHex("a5a5a5a500000001"), Octets.zeros(108)));
                    default -> throw new IllegalArgumentException("no such packet: " + what);
                });
    }

    @When("an echo request for the host in the VPC is sent in clear on the outside network")
    public void anEchoRequestIsSentInClear() {
        inject(MadePackets.echoRequest(traffic.lanHost(), traffic.vpcHost(), DATA));
    }

    @Then("the host in the VPC gets nothing")
    public void theHostGetsNothing() {
        assertThat(traffic.arrivedInVpc())
                .as("packets that came to the host in the VPC")
                .isEmpty();
    }

    @Then("nothing comes back from the AWS side")
    public void nothingComesBack() {
        assertThat(tunnels.view().packets())
                .as("packets of the AWS side")
                .noneMatch(p ->
                        !p.time().isBefore(traffic.begun()) && tunnels.outside().contains(p.source()));
    }

    @Then("no message deletes or replaces an SA of either tunnel")
    public void theSasStay() {
        // RFC 2408, section 3.1: 5 is Informational; what it carries is in its label.
        assertThat(tunnels.view().all(ObservedPacket.Ike.class))
                .as("main mode, quick mode or Delete since")
                .filteredOn(ike -> !ike.time().isBefore(traffic.begun()))
                .noneMatch(ike ->
                        ike.message().header().exchange() != 5 || ike.label().matches(".*\\bD\\b.*"));
    }

    @Then("nothing but what was forged goes in clear")
    public void nothingElseIsInClear() {
        assertThat(tunnels.view().all(ObservedPacket.Clear.class))
                .as("packets in clear")
                .allMatch(packet -> forged.contains(packet.packet()));
    }

    @Then("the AWS side has counted one packet as {word}, and no other")
    public void theAwsSideHasCounted(String reason) {
        DropReason expected = DropReason.valueOf(reason.toUpperCase(Locale.ROOT).replace('-', '_'));
        Map<DropReason, Long> after = world.testbed().lab().drops();
        for (DropReason each : DropReason.values()) {
            assertThat(after.getOrDefault(each, 0L) - before.getOrDefault(each, 0L))
                    .as("packets dropped since: %s", each)
                    .isEqualTo(each == expected ? 1 : 0);
        }
    }
}
