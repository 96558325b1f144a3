package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renewals of phase 2 that both sides begin: the gateway's first messages are lost until the AWS side has begun. */
public final class BothRenewSteps {
    private static final Duration AT_THE_END = Duration.ofSeconds(60);

    private final World world;
    private final Tunnels tunnels;
    private final SteadyTraffic traffic;
    private final Set<Ipv4Address> begunByAws = new HashSet<>();

    public BothRenewSteps(World world, Tunnels tunnels, SteadyTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    @When(
            "the gateway's quick modes are lost until the AWS side has begun its own, while the LAN host pings the AWS side's inside address of each tunnel every {int} s for {int} s")
    public void bothBegin(int interval, int seconds) {
        world.testbed()
                .wire()
                .drop(packet -> Packets.ike(packet).filter(this::isLost).isPresent(), 0);
        traffic.during(Duration.ofSeconds(seconds), Duration.ofSeconds(interval), tunnels.inside());
    }

    private boolean isLost(Packets.Ike message) {
        if (message.header().exchange() != ExchangeType.QUICK_MODE.id()) {
            return false;
        }
        if (!message.source().equals(gateway())) {
            begunByAws.add(message.source());
            return false;
        }
        return !begunByAws.contains(message.destination());
    }

    @Then("both sides have begun to renew phase 2 of each tunnel, and one renewal came of it")
    public void bothHaveBegun() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Exchanges.Exchange> renewals = new Exchanges(view, tunnel)
                    .quickModes().stream()
                            .filter(exchange -> !exchange.begun().isBefore(traffic.begun()))
                            .toList();
            assertThat(renewals)
                    .as("sides that have begun quick mode on tunnel " + tunnel)
                    .extracting(Exchanges.Exchange::initiator)
                    .contains(gateway(), tunnel);
            assertThat(Exchanges.completions(renewals))
                    .as("renewals of tunnel " + tunnel + " that were completed")
                    .hasSize(1);
        }
    }

    @Then("in the last minute each side has sent through one SA of each tunnel")
    public void onePairRemains() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            Map<Ipv4Address, Set<Integer>> spis = new HashMap<>();
            view.of(ObservedPacket.Esp.class, tunnel).stream()
                    .filter(packet ->
                            packet.time().isAfter(world.testbed().now().minus(AT_THE_END)))
                    .forEach(packet -> spis.computeIfAbsent(packet.source(), s -> new HashSet<>())
                            .add(packet.spi()));
            assertThat(spis.keySet()).as("senders on tunnel " + tunnel).hasSize(2);
            assertThat(spis.values())
                    .as("SPIs of each sender on tunnel " + tunnel)
                    .allMatch(own -> own.size() == 1);
        }
    }
}
