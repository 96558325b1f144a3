package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Migration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** A virtual private gateway that is tried with one VPC and then attached to another. */
public final class TestVpcSteps {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final World world;
    private final Stage stage;
    private final Migration migration;
    private final LanTraffic traffic;
    private VpnConnection before;

    public TestVpcSteps(World world, Stage stage, Migration migration, LanTraffic traffic) {
        this.world = world;
        this.stage = stage;
        this.migration = migration;
        this.traffic = traffic;
    }

    @Given("the LAN host reaches the host in the VPC")
    public void theLanHostReaches() {
        LanHost.Ping ping = world.testbed()
                .gateway()
                .lanHost()
                .ping(Ipv4Address.of(world.vpcHost()), (int) LIMIT.toSeconds(), Duration.ofSeconds(1));
        boolean answered = world.testbed().await(LIMIT, () -> ping.received() > 0);
        ping.stop();
        if (!answered) {
            throw new IllegalStateException("no ping came back from the VPC within " + LIMIT.toSeconds() + " s");
        }
    }

    @When(
            "the virtual private gateway is moved to a VPC {word} with a host at {word}, and the LAN host pings that host {int} times")
    public void theGatewayIsMoved(String cidr, String host, int pings) {
        before = stage.connection();
        String gateway = world.vpnGatewayId();
        migration.disablePropagation(gateway);
        migration.detach(gateway);
        migration.vpc(cidr, host);
        migration.attach(gateway);
        migration.enablePropagation(gateway);
        traffic.pings(pings);
    }

    @Then("all {int} pings came back through the tunnels of the connection")
    public void allPingsCameBack(int count) {
        traffic.assertAllCameBackThrough(count, stage.connection());
    }

    @Then("the connection has the id and the configuration that it had with the first VPC")
    public void theConnectionIsTheSame() {
        VpnConnection now = stage.connection();
        assertThat(now.vpnConnectionId()).as("id").isEqualTo(before.vpnConnectionId());
        assertThat(now.customerGatewayConfiguration())
                .as("customerGatewayConfiguration")
                .isEqualTo(before.customerGatewayConfiguration());
    }
}
