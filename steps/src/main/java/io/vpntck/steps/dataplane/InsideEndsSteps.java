package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gateways that take other inside addresses than the downloaded document has, and what comes of their pings and BGP. */
public final class InsideEndsSteps {
    /** Time for the last request to be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final Peerings peerings;

    public InsideEndsSteps(World world, Stage stage, Tunnels tunnels, Peerings peerings) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
        this.peerings = peerings;
    }

    @Given(
            "the gateway is configured from the downloaded document, in which the inside addresses of tunnel 1 are {word} for itself and {word} for the AWS side, and started")
    public void isConfiguredWith(String gateway, String aws) {
        stage.configureAndStart(new DocumentEdits(stage.connection().customerGatewayConfiguration())
                .insideAddress(1, "customer_gateway", gateway)
                .insideAddress(1, "vpn_gateway", aws)
                .document());
    }

    @Then("the gateway's pings from {word} to {word} went through tunnel {int}, and were answered")
    public void wereAnswered(String from, String to, int tunnel) {
        long requests = echoes(tunnel, true, from, to, world.testbed().now().minus(PATIENCE));
        assertThat(requests).as("pings from " + from + " to " + to).isPositive();
        assertThat(echoes(tunnel, false, to, from, Instant.MAX))
                .as("answers to them through tunnel %d", tunnel)
                .isGreaterThanOrEqualTo(requests);
    }

    @Then("the gateway's pings from {word} to {word} went through tunnel {int}, and none was answered")
    public void noneWasAnswered(String from, String to, int tunnel) {
        assertThat(echoes(tunnel, true, from, to, Instant.MAX))
                .as("pings from " + from + " to " + to)
                .isPositive();
        assertThat(echoes(tunnel, false, to, from, Instant.MAX))
                .as("answers to them through tunnel %d", tunnel)
                .isZero();
    }

    private long echoes(int tunnel, boolean request, String from, String to, Instant before) {
        return tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(tunnel)).stream()
                .filter(esp -> esp.time().isBefore(before))
                .map(ObservedPacket.Esp::inner)
                .flatMap(Optional::stream)
                .filter(p -> p.source().equals(Ipv4Address.of(from)))
                .filter(p -> p.destination().equals(Ipv4Address.of(to)))
                .filter(p -> isEcho(p, request))
                .count();
    }

    private static boolean isEcho(Ipv4Packet packet, boolean request) {
        try {
            return packet.protocol() == Ipv4Packet.ICMP
                    && IcmpEcho.decode(packet).request() == request;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    @Then("no BGP message went through tunnel {int}")
    public void noMessage(int tunnel) {
        assertThat(peerings.view(tunnel).messages())
                .as("BGP messages through tunnel %d", tunnel)
                .isEmpty();
    }

    @Then("a session is established through tunnel {int}")
    public void established(int tunnel) {
        assertThat(peerings.established(tunnel))
                .as("a session through tunnel %d", tunnel)
                .isPresent();
    }
}
