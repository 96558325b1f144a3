package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Filter;

/** IPv6 packets of a host in the VPC, and for it. */
public final class Ipv6Steps {
    private static final Duration ARRIVES = Duration.ofSeconds(2);
    /** 2001:db8:10::10, of the host in the VPC. */
    private static final Octets VPC_HOST = Octets.ofHex("20010db8001000000000000000000010");
    /** 2001:db8:20::10. */
    private static final Octets REMOTE_HOST = Octets.ofHex("20010db8002000000000000000000010");

    private static final int NO_NEXT_HEADER = 59;
    private static final int IPV6_IN_IPV4 = 41;

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;
    private Map<DropReason, Long> before = Map.of();
    private long unrouted;
    private String internetGateway;

    public Ipv6Steps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    /** RFC 8200, section 3: a header of forty octets, here with nothing behind it. */
    private static Octets packet(Octets source, Octets destination) {
        return new OctetWriter(40)
                .int32(0x60000000)
                .uint16(0)
                .uint8(NO_NEXT_HEADER)
                .uint8(64)
                .octets(source)
                .octets(destination)
                .toOctets();
    }

    private String mainTable() {
        Filter ofVpc = Filter.builder().name("vpc-id").values(world.vpcId()).build();
        return world.ec2()
                .describeRouteTables(r -> r.filters(ofVpc))
                .routeTables()
                .get(0)
                .routeTableId();
    }

    @Given("::\\/0 leads to the virtual private gateway")
    public void everythingLeadsToTheGateway() {
        String table = mainTable();
        world.ec2()
                .createRoute(r ->
                        r.routeTableId(table).destinationIpv6CidrBlock("::/0").gatewayId(world.vpnGatewayId()));
    }

    @Given("0.0.0.0\\/0 of the VPC leads to an internet gateway")
    public void everythingLeadsToTheInternet() {
        internetGateway = world.ec2().createInternetGateway().internetGateway().internetGatewayId();
        world.ec2()
                .attachInternetGateway(r -> r.internetGatewayId(internetGateway).vpcId(world.vpcId()));
        String table = mainTable();
        world.ec2()
                .createRoute(r ->
                        r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(internetGateway));
    }

    private void send() {
        world.testbed().lab().sendFromVpcHost(world.vpcId(), packet(VPC_HOST, REMOTE_HOST));
        world.testbed().pass(ARRIVES);
    }

    private long unroutedNow() {
        return world.testbed().lab().drops().getOrDefault(DropReason.NO_ROUTE, 0L);
    }

    @When("the host in the VPC sends an IPv6 packet to 2001:db8:20::10, and one for it comes to the AWS side in ESP")
    public void packetsGoBothWays() {
        Ipv4Address aws = tunnels.outside(1);
        ObservedPacket.Esp last = tunnels.view().of(ObservedPacket.Esp.class, aws).stream()
                .filter(p -> p.destination().equals(aws))
                .max(Comparator.comparing(ObservedPacket.Esp::sequence))
                .orElseThrow(() -> new IllegalStateException("the gateway has sent no ESP"));
        EspSecret secret = world.testbed().lab().espSecrets().stream()
                .filter(s -> s.spi() == last.spi() && s.destination().equals(aws))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no keys of the SA to the AWS side are known"));
        before = world.testbed().lab().drops();
        traffic.begin();
        send();
        Octets inner = packet(REMOTE_HOST, VPC_HOST);
        world.testbed()
                .wire()
                .inject(new EspForge(secret)
                        .packet(last.sequence() + 10, EspForge.IPV6, inner)
                        .encode());
        world.testbed().pass(ARRIVES);
    }

    @When(
            "the host in the VPC sends an IPv6 packet to 2001:db8:20::10 before ::\\/0 leads to the internet gateway and another after")
    public void packetsBeforeAndAfter() {
        traffic.begin();
        long first = unroutedNow();
        send();
        unrouted = unroutedNow() - first;
        String table = mainTable();
        world.ec2()
                .createRoute(r ->
                        r.routeTableId(table).destinationIpv6CidrBlock("::/0").gatewayId(internetGateway));
        send();
    }

    @Then("no IPv6 packet has come to the host in the VPC")
    public void noneHasCome() {
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        assertThat(world.testbed().lab().arrivedAtVpcHost(world.vpcId(), host))
                .as("what came to the host in the VPC")
                .noneMatch(
                        p -> !p.time().isBefore(traffic.begun()) && p.packet().at(0) >>> 4 == 6);
    }

    @Then("everything in ESP of the AWS side is IPv4, with no IPv6 inside")
    public void nothingOfIpv6IsInEsp() {
        List<ObservedPacket> sent = tunnels.view().packets().stream()
                .filter(p -> tunnels.outside().contains(p.source()))
                .toList();
        assertThat(sent).as("malformed packets of the AWS side").noneMatch(ObservedPacket.Malformed.class::isInstance);
        assertThat(traffic.fromAws()).as("ESP of the AWS side").allMatch(p -> p.inner()
                .filter(inner -> inner.protocol() != IPV6_IN_IPV4)
                .isPresent());
    }

    @Then("the AWS side has counted both packets as not IPv4")
    public void bothWereCounted() {
        long after = world.testbed().lab().drops().getOrDefault(DropReason.NOT_IPV4, 0L);
        assertThat(after - before.getOrDefault(DropReason.NOT_IPV4, 0L))
                .as("packets dropped for not being IPv4")
                .isEqualTo(2);
    }

    @Then("the first has found no route")
    public void theFirstHasFoundNone() {
        assertThat(unrouted).as("packets dropped for want of a route").isEqualTo(1);
    }

    @Then("the second has reached the internet gateway, and no other has")
    public void theSecondHasReached() {
        assertThat(world.testbed().lab().events())
                .as("what has reached a target")
                .filteredOn(e -> e.kind().equals("reached"))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).contains(internetGateway));
    }
}
