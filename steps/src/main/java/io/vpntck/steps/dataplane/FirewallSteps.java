package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A firewall between the internet and the gateway, and what gets through it. */
public final class FirewallSteps {
    private static final Map<String, Integer> PROTOCOLS = Map.of("UDP", Ipv4Packet.UDP, "IP 50", Ipv4Packet.ESP);

    private final World world;
    private final Tunnels tunnels;
    private final List<FirewallRule> rules = new ArrayList<>();
    private List<LanHost.Ping> pings = List.of();

    public FirewallSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Given("a firewall between the internet and the gateway lets through only:")
    public void aFirewallLetsThrough(DataTable table) {
        table.asMaps().forEach(row -> rules.add(rule(row)));
        Ipv4Address gateway = world.testbed().gateway().outsideAddress();
        world.testbed().wire().drop(packet -> stops(gateway, packet), 0);
    }

    private FirewallRule rule(Map<String, String> row) {
        String[] ports = row.get("ports") == null
                ? new String[] {"any", "any"}
                : row.get("ports").split(" to ");
        return new FirewallRule(
                row.get("rule"),
                address(row.get("from")),
                address(row.get("to")),
                PROTOCOLS.get(row.get("protocol")),
                port(ports[0]),
                port(ports[1]));
    }

    private Ipv4Address address(String word) {
        return word.equals("gateway")
                ? world.testbed().gateway().outsideAddress()
                : tunnels.outside(Integer.parseInt(word.replace("tunnel ", "")));
    }

    private static OptionalInt port(String word) {
        return word.equals("any") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word));
    }

    private boolean stops(Ipv4Address gateway, CapturedPacket captured) {
        try {
            Ipv4Packet packet = Ipv4Packet.decode(captured.packet());
            boolean atTheGateway =
                    packet.source().equals(gateway) || packet.destination().equals(gateway);
            return atTheGateway && rules.stream().noneMatch(rule -> rule.passes(packet));
        } catch (MalformedMessageException e) {
            return true;
        }
    }

    @Given("the firewall lacks rule {word}")
    public void theFirewallLacks(String name) {
        if (!rules.removeIf(rule -> rule.name().equals(name))) {
            throw new IllegalStateException("the firewall has no rule " + name);
        }
    }

    @When("the LAN host pings the AWS side's inside address of each tunnel through the firewall for {int} s")
    public void theLanHostPings(int seconds) {
        LanHost host = world.testbed().gateway().lanHost();
        pings = tunnels.inside().stream()
                .map(inside -> host.ping(inside, seconds, Duration.ofSeconds(1)))
                .toList();
        world.testbed().pass(Duration.ofSeconds(seconds));
        pings.forEach(LanHost.Ping::stop);
    }

    @Then("pings through tunnel {int} are answered")
    public void pingsAreAnswered(int tunnel) {
        assertThat(pings.get(tunnel - 1).received())
                .as("pings answered through tunnel " + tunnel)
                .isPositive();
    }

    @Then("no ping through tunnel {int} is answered")
    public void noPingIsAnswered(int tunnel) {
        assertThat(pings.get(tunnel - 1).sent())
                .as("pings sent into tunnel " + tunnel)
                .isPositive();
        assertThat(pings.get(tunnel - 1).received())
                .as("pings answered through tunnel " + tunnel)
                .isZero();
    }

    @Then("both sides agree on ESP SAs for tunnel {int}")
    public void bothSidesAgree(int tunnel) {
        assertThat(secrets(tunnel)).as("ESP SAs of tunnel " + tunnel).isNotEmpty();
    }

    @Then("no ESP SA is agreed on for tunnel {int}")
    public void thereIsNoEspSa(int tunnel) {
        assertThat(secrets(tunnel)).as("ESP SAs of tunnel " + tunnel).isEmpty();
    }

    private List<EspSecret> secrets(int tunnel) {
        Ipv4Address aws = tunnels.outside(tunnel);
        return world.testbed().lab().espSecrets().stream()
                .filter(s -> s.source().equals(aws) || s.destination().equals(aws))
                .toList();
    }
}
