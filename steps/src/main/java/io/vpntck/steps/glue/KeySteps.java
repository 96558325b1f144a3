package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Pre-shared keys that the gateway under test is configured with, and their replacement. */
public final class KeySteps {
    private static final List<String> ALL_CHARACTERS = List.of(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._",
            "_.9876543210zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final Stage stage;
    private String vpnGateway;
    private int withOldConfiguration;
    private int withOldKeys;
    private int withNewConfiguration;

    public KeySteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a static VPN connection between that VPC and the gateway under test, routing its LAN, with generated keys")
    public void aConnectionWithGeneratedKeys() {
        stage.staticConnection();
    }

    @Given(
            "a static VPN connection between that VPC and the gateway under test, routing its LAN, with keys of all {int} characters")
    public void aConnectionWithKeys(int characters) {
        stage.staticConnection(ALL_CHARACTERS.stream()
                .map(key -> VpnTunnelOptionsSpecification.builder()
                        .preSharedKey(key)
                        .build())
                .toArray(VpnTunnelOptionsSpecification[]::new));
    }

    @When(
            "the VPN connection is replaced, and the LAN host pings the host in the VPC with the old configuration, with the old keys and with the new configuration")
    public void isReplaced() {
        vpnGateway = world.vpnGatewayId();
        List<String> oldKeys = Configuration.of(stage.connection()).preSharedKeys();
        String old = world.vpnConnectionId().orElseThrow();
        world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(old));
        stage.awaitDeletedConnection();
        withOldConfiguration = pings(10);

        stage.staticRoute(stage.connection(true).vpnConnectionId());
        String document = stage.connection().customerGatewayConfiguration();
        List<String> newKeys = Configuration.of(stage.connection()).preSharedKeys();
        stage.configureAndStart(
                document.replace(newKeys.get(0), oldKeys.get(0)).replace(newKeys.get(1), oldKeys.get(1)));
        withOldKeys = pings(20);

        stage.configureAndStart(document);
        withNewConfiguration = pings(60);
    }

    /** Pings once a second; stops early when some have come back. */
    private int pings(int seconds) {
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(Ipv4Address.of(world.vpcHost()), seconds, SECOND);
        world.testbed().await(Duration.ofSeconds(seconds), () -> ping.received() >= 3);
        ping.stop();
        return ping.received();
    }

    @Then("the gateway was configured with generated keys")
    public void theKeysWereGenerated() {
        assertThat(Configuration.of(world.configuration()).preSharedKeys())
                .as("keys in the configuration")
                .hasSize(2)
                .allMatch(key -> key.matches("[1-9A-Za-z][0-9A-Za-z]{31}"));
    }

    @Then("the gateway was configured with keys of all {int} characters")
    public void theKeysWereGiven(int characters) {
        assertThat(Configuration.of(world.configuration()).preSharedKeys())
                .as("keys in the configuration")
                .containsExactlyElementsOf(ALL_CHARACTERS)
                .allMatch(key -> key.length() == characters);
    }

    @Then("no ping was answered with the old configuration")
    public void noneWithTheOldConfiguration() {
        assertThat(withOldConfiguration)
                .as("pings answered with the old configuration")
                .isZero();
    }

    @Then("no ping was answered with the old keys in the new configuration")
    public void noneWithTheOldKeys() {
        assertThat(withOldKeys).as("pings answered with the old keys").isZero();
    }

    @Then("pings were answered with the new configuration")
    public void someWithTheNewConfiguration() {
        assertThat(withNewConfiguration)
                .as("pings answered with the new configuration")
                .isPositive();
    }

    @Then("the virtual private gateway is the same, and still attached to the VPC")
    public void theGatewayIsTheSame() {
        assertThat(stage.connection().vpnGatewayId())
                .as("virtual private gateway of the new connection")
                .isEqualTo(vpnGateway);
        assertThat(stage.vpnGatewayNow().vpcAttachments())
                .as("attachments")
                .filteredOn(a -> a.state() == AttachmentStatus.ATTACHED)
                .extracting(VpcAttachment::vpcId)
                .containsExactly(world.vpcId());
    }
}
