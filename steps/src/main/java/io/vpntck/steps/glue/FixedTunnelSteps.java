package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** What stays as it is for the life of a VPN connection, and what a new one may have. */
public final class FixedTunnelSteps {
    private final World world;
    private final Stage stage;
    private final Set<Set<String>> configured = new HashSet<>();
    private final Set<Set<String>> reported = new HashSet<>();
    private String before;

    public FixedTunnelSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    private static VpnTunnelOptionsSpecification options(String block, String key) {
        return VpnTunnelOptionsSpecification.builder()
                .tunnelInsideCidr(block)
                .preSharedKey(key)
                .build();
    }

    @Given("a VPN connection with {word} and {word}, {word} and {word}")
    public void aConnection(String block1, String key1, String block2, String key2) {
        stage.vpnGateway();
        stage.customerGateway();
        stage.connection(false, options(block1, key1), options(block2, key2));
        before = world.vpnConnectionId().orElseThrow();
    }

    @Given("a VPN connection whose virtual private gateway is attached to a VPC")
    public void anAttachedConnection() {
        stage.vpc("10.0.0.0/16");
        stage.vpnGateway();
        stage.attach();
        stage.customerGateway();
        stage.connection(false);
        stage.awaitAvailableConnection();
    }

    @When("a VPN connection of the same gateways is asked for with {word} and {word}, {word} and {word}")
    public void isAskedForAgain(String block1, String key1, String block2, String key2) {
        world.attempt(() -> stage.connection(false, options(block1, key1), options(block2, key2)));
    }

    @When("it is deleted, and created again with {word} and {word}, {word} and {word}")
    public void isCreatedAgain(String block1, String key1, String block2, String key2) {
        world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(before));
        stage.awaitDeletedConnection();
        stage.connection(false, options(block1, key1), options(block2, key2));
    }

    @When("ModifyVpnTunnelOptions asks for {word} for its first tunnel")
    public void isModified(String key) {
        String outside = Configuration.of(stage.connection()).outsideAddresses().get(0);
        world.attempt(() -> world.ec2().modifyVpnTunnelOptions(r -> r.vpnConnectionId(before)
                .vpnTunnelOutsideIpAddress(outside)
                .tunnelOptions(o -> o.preSharedKey(key))));
    }

    @When("a VPN connection is asked for with the options of {int} tunnels")
    public void isAskedForWithMany(int count) {
        VpnTunnelOptionsSpecification[] all = new VpnTunnelOptionsSpecification[count];
        for (int i = 0; i < count; i++) {
            all[i] = options("169.254.44." + 4 * i + "/30", "key.of.tunnel." + i);
        }
        world.attempt(() -> stage.connection(false, all));
    }

    @When(
            "it is described {int} times, {int} s apart, while its virtual private gateway is detached and attached again")
    public void isDescribed(int times, int seconds) {
        for (int i = 0; i < times; i++) {
            if (i == times / 4) {
                world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
            }
            if (i == times / 2) {
                stage.await(
                        "the virtual private gateway to be detached",
                        () -> stage.vpnGatewayNow().vpcAttachments().stream()
                                .allMatch(a -> a.state() == AttachmentStatus.DETACHED));
                stage.attach();
            }
            VpnConnection now = stage.connection();
            configured.add(new TreeSet<>(Configuration.of(now).outsideAddresses()));
            reported.add(new TreeSet<>(now.vgwTelemetry().stream()
                    .map(VgwTelemetry::outsideIpAddress)
                    .toList()));
            world.testbed().pass(Duration.ofSeconds(seconds));
        }
    }

    @Then("the id is another")
    public void theIdIsAnother() {
        assertThat(world.vpnConnectionId().orElseThrow()).as("id").isNotEqualTo(before);
    }

    @Then("every time its configuration and its telemetry showed the same {int} outside addresses")
    public void theAddressesStayed(int count) {
        assertThat(configured).as("outside addresses in the configuration").hasSize(1);
        assertThat(reported).as("outside addresses in the telemetry").isEqualTo(configured);
        assertThat(configured.iterator().next()).as("outside addresses").hasSize(count);
    }
}
