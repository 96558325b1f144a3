package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What security groups and network ACLs let come to a host in the VPC. */
public final class HostRuleSteps {
    private static final Duration ARRIVES = Duration.ofSeconds(3);
    private static final int TRIES = 3;
    /** Protocol and first port; -1 for every type of ICMP. */
    private static final Map<String, Rule> RULES = Map.of(
            "ICMP", new Rule("icmp", -1),
            "TCP 22", new Rule("tcp", 22),
            "TCP 3389", new Rule("tcp", 3389));

    private final World world;
    private final HostRules rules;
    private final InnerTraffic traffic;
    private Set<String> without = Set.of();
    private Set<String> with = Set.of();
    private Set<String> revoked = Set.of();
    private int tries;
    private int denied;
    private int allowed;

    private record Rule(String protocol, int port) {}

    public HostRuleSteps(World world, HostRules rules, InnerTraffic traffic) {
        this.world = world;
        this.rules = rules;
        this.traffic = traffic;
    }

    @When("the LAN host tries ICMP, TCP {int} and TCP {int} without a rule, with one for {}, and once that is revoked")
    public void theLanHostTries(int ssh, int rdp, String kind) {
        Rule rule = RULES.get(kind);
        without = tried(ssh, rdp);
        rules.open(rule.protocol, rule.port);
        with = tried(ssh, rdp);
        rules.close(rule.protocol, rule.port);
        revoked = tried(ssh, rdp);
    }

    /** A new conversation for each try: a security group goes on with those that it knows. */
    private Set<String> tried(int ssh, int rdp) {
        tries++;
        traffic.begin();
        LanHost lan = world.testbed().gateway().lanHost();
        LanHost.Ping ping = lan.ping(traffic.vpcHost(), 1, ARRIVES);
        lan.send(syn(ssh).encode());
        lan.send(syn(rdp).encode());
        world.testbed().pass(ARRIVES);
        ping.stop();
        Set<String> arrived = new TreeSet<>();
        traffic.arrivedInVpc().forEach(packet -> arrived.add(kind(packet)));
        return arrived;
    }

    private Ipv4Packet syn(int port) {
        TcpSegment syn = new TcpSegment(42_000 + tries, port, 1, 0, TcpSegment.SYN, 65_535, Octets.EMPTY, Octets.EMPTY);
        Octets payload = syn.encode(traffic.lanHost(), traffic.vpcHost());
        return Ipv4Packet.of(traffic.lanHost(), traffic.vpcHost(), Ipv4Packet.TCP, payload);
    }

    private static String kind(Ipv4Packet packet) {
        try {
            return packet.protocol() == Ipv4Packet.TCP
                    ? "TCP " + TcpSegment.decode(packet).destinationPort()
                    : packet.protocol() == Ipv4Packet.ICMP ? "ICMP" : "protocol " + packet.protocol();
        } catch (MalformedMessageException e) {
            throw new AssertionError("a segment that cannot be read: " + e.getMessage(), e);
        }
    }

    @Then("nothing has come to the host in the VPC without a rule")
    public void nothingWithoutARule() {
        assertThat(without).as("what came without a rule").isEmpty();
    }

    @Then("{} alone has come to the host in the VPC with the rule")
    public void aloneWithTheRule(String kind) {
        assertThat(with).as("what came with the rule").containsExactly(kind);
    }

    @Then("nothing has come to the host in the VPC once it was revoked")
    public void nothingOnceRevoked() {
        assertThat(revoked).as("what came once the rule was revoked").isEmpty();
    }

    @When(
            "entry {int} of the network ACL denies {word} ICMP, later entry {int} allows it, and the LAN host pings the host in the VPC after both")
    public void theAclDeniesAndAllows(int deny, String direction, int allow) {
        boolean egress = direction.equals("outbound");
        rules.aclEntry(deny, egress, false);
        denied = answered();
        rules.aclEntry(allow, egress, true);
        allowed = answered();
    }

    private int answered() {
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(traffic.vpcHost(), TRIES, Duration.ofMillis(200));
        world.testbed().pass(ARRIVES);
        return ping.received();
    }

    @Then("no ping was answered after entry {int}, and all were after entry {int}")
    public void theLowestNumberDecides(int deny, int allow) {
        assertThat(denied).as("pings answered after entry " + deny).isZero();
        assertThat(allowed).as("pings answered after entry " + allow).isEqualTo(TRIES);
    }
}
