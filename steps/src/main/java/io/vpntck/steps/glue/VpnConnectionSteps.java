package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** VPN connections and what is said of their tunnels. */
public final class VpnConnectionSteps {
    private static final VpnTunnelOptionsSpecification NONE =
            VpnTunnelOptionsSpecification.builder().build();
    private static final List<String> RESERVED = List.of(
            "169.254.0.0/30",
            "169.254.1.0/30",
            "169.254.2.0/30",
            "169.254.3.0/30",
            "169.254.4.0/30",
            "169.254.5.0/30",
            "169.254.169.252/30");

    private final World world;
    private final Stage stage;
    private final List<String> vpnGateways = new ArrayList<>();
    private final List<String> customerGateways = new ArrayList<>();
    private final List<VpnConnection> made = new ArrayList<>();

    public VpnConnectionSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    private void create(boolean staticRoutesOnly, VpnTunnelOptionsSpecification... tunnels) {
        made.add(stage.connection(staticRoutesOnly, tunnels));
    }

    private static VpnTunnelOptionsSpecification[] forTunnel(int tunnel, VpnTunnelOptionsSpecification options) {
        return tunnel == 1
                ? new VpnTunnelOptionsSpecification[] {options}
                : new VpnTunnelOptionsSpecification[] {unlike(options), options};
    }

    /** Tunnel 1 of a request about tunnel 2: an option of the same kind that may always be used. */
    private static VpnTunnelOptionsSpecification unlike(VpnTunnelOptionsSpecification options) {
        return options.preSharedKey() == null ? cidr("169.254.200.0/30") : key("a.key.that.may.be.used");
    }

    private static VpnTunnelOptionsSpecification key(String key) {
        return NONE.toBuilder().preSharedKey(key).build();
    }

    private static VpnTunnelOptionsSpecification cidr(String cidr) {
        return NONE.toBuilder().tunnelInsideCidr(cidr).build();
    }

    @Given("a VPN connection with the inside CIDR {word} for tunnel {int}")
    public void aConnectionWithTheInsideCidr(String cidr, int tunnel) {
        stage.vpnGateway();
        stage.customerGateway();
        create(false, forTunnel(tunnel, cidr(cidr)));
    }

    @Given("a VPN connection without any tunnel option")
    public void aConnectionWithoutOptions() {
        stage.vpnGateway();
        stage.customerGateway();
        create(false);
    }

    @Given("{int} virtual private gateways and {int} customer gateways")
    public void gateways(int vpnGatewayCount, int customerGatewayCount) {
        for (int i = 0; i < vpnGatewayCount; i++) {
            stage.vpnGateway();
            vpnGateways.add(world.vpnGatewayId());
        }
        for (int i = 0; i < customerGatewayCount; i++) {
            stage.customerGateway();
            customerGateways.add(world.customerGatewayId());
        }
    }

    @When("a VPN connection is created with the pre-shared key {string} for tunnel {int}")
    public void isCreatedWithTheKey(String key, int tunnel) {
        world.attempt(() -> create(false, forTunnel(tunnel, key(Escapes.decode(key)))));
    }

    @When("VPN connections are asked for with {word} first, in the middle and last in their pre-shared keys")
    public void areAskedForWith(String character) {
        String decoded = Escapes.decode(character);
        for (String key : List.of(decoded + "abcdefgh", "abcd" + decoded + "efgh", "abcdefgh" + decoded)) {
            world.attempt(() -> create(false, key(key)));
        }
    }

    @When("a VPN connection is created with the inside CIDR {word} for tunnel {int}")
    public void isCreatedWithTheCidr(String cidr, int tunnel) {
        world.attempt(() -> create(false, forTunnel(tunnel, cidr(cidr))));
    }

    @When("a VPN connection is created with the inside CIDR {word} for both tunnels")
    public void isCreatedWithTheCidrTwice(String cidr) {
        world.attempt(() -> create(false, cidr(cidr), cidr(cidr)));
    }

    @When("a VPN connection is created with a block that AWS assigned to the first")
    public void isCreatedWithAnAssignedBlock() {
        String taken = Configuration.of(stage.connection()).insideCidrs().get(0);
        world.attempt(() -> create(false, cidr(taken)));
    }

    @When("each pair of them gets a VPN connection without any tunnel option")
    public void eachPairGetsAConnection() {
        for (String vpnGateway : vpnGateways) {
            for (String customerGateway : customerGateways) {
                world.vpnGatewayId(vpnGateway);
                world.customerGatewayId(customerGateway);
                create(false);
            }
        }
    }

    @When("a {word} VPN connection is created")
    public void isCreated(String routing) {
        create(routing.equals("static"));
    }

    @When("a dynamic VPN connection is created twice")
    public void isCreatedTwice() {
        create(false);
        create(false);
    }

    @Then("both answers show its id")
    public void bothAnswersShowItsId() {
        assertThat(made)
                .as("answers of CreateVpnConnection")
                .extracting(VpnConnection::vpnConnectionId)
                .hasSize(2)
                .containsOnly(stage.connection().vpnConnectionId());
    }

    @Then("the answer shows it pending or available, with its configuration")
    public void theAnswerShowsIt() {
        VpnConnection answer = made.get(made.size() - 1);
        assertThat(answer.stateAsString()).as("state").isIn("pending", "available");
        assertThat(answer.customerGatewayConfiguration())
                .as("customerGatewayConfiguration in the answer")
                .isNotEmpty();
        assertThat(Configuration.of(answer).connectionId())
                .as("id in the configuration")
                .isEqualTo(answer.vpnConnectionId());
    }

    @Then("DescribeVpnConnections shows the same configuration")
    public void describeShowsTheSameConfiguration() {
        assertThat(stage.connection().customerGatewayConfiguration())
                .as("customerGatewayConfiguration")
                .isEqualTo(made.get(made.size() - 1).customerGatewayConfiguration());
    }

    @Then("the VPN connection exists")
    public void theConnectionExists() {
        assertThat(world.refusals()).as("refusals").isEmpty();
        assertThat(stage.connection().vpnConnectionId()).as("id").startsWith("vpn-");
    }

    @Then("there is no VPN connection")
    public void thereIsNoConnection() {
        assertThat(all()).as("VPN connections").isEmpty();
    }

    @Then("there are {int} VPN connections")
    public void thereAreConnections(int count) {
        assertThat(all()).as("VPN connections").hasSize(count);
    }

    @Then("there is 1 VPN connection, the one that was there before")
    public void thereIsTheOneFromBefore() {
        assertThat(all())
                .as("VPN connections")
                .extracting(VpnConnection::vpnConnectionId)
                .containsExactly(made.get(0).vpnConnectionId());
    }

    private List<VpnConnection> all() {
        return Present.vpnConnections(world.ec2());
    }

    @Then("its configuration shows the pre-shared key {string} for one tunnel")
    public void theConfigurationShowsTheKey(String key) {
        assertThat(Configuration.of(stage.connection()).preSharedKeys())
                .as("keys in the configuration")
                .containsOnlyOnce(Escapes.decode(key));
    }

    @Then(
            "its configuration shows {word} as inside address of the virtual private gateway and {word} as the customer's")
    public void theConfigurationShowsTheInsideAddresses(String aws, String customer) {
        assertThat(Configuration.of(stage.connection()).insideAddresses())
                .as("inside addresses in the configuration")
                .contains(Map.entry(aws, customer));
    }

    @Then("its configuration has {int} tunnels")
    public void theConfigurationHasTunnels(int count) {
        assertThat(Configuration.of(stage.connection()).outsideAddresses())
                .as("ipsec_tunnel elements")
                .hasSize(count);
    }

    @Then("DescribeVpnConnections shows the telemetry of {int} tunnels")
    public void telemetryHasTunnels(int count) {
        assertThat(stage.connection().vgwTelemetry()).as("vgwTelemetry").hasSize(count);
    }

    @Then("the outside addresses in the configuration differ and are those of the telemetry")
    public void theOutsideAddressesDiffer() {
        VpnConnection connection = stage.connection();
        List<String> configured = Configuration.of(connection).outsideAddresses();
        assertThat(configured).as("outside addresses").doesNotHaveDuplicates();
        assertThat(configured)
                .as("outside addresses")
                .containsExactlyInAnyOrderElementsOf(connection.vgwTelemetry().stream()
                        .map(VgwTelemetry::outsideIpAddress)
                        .toList());
    }

    @Then("each of the {int} pre-shared keys has 32 characters, letters and digits only, and does not start with 0")
    public void generatedKeysHaveTheirForm(int count) {
        assertThat(keys())
                .as("generated keys")
                .hasSize(count)
                .allMatch(key -> key.matches("[1-9A-Za-z][0-9A-Za-z]{31}"));
    }

    @Then("no two of the pre-shared keys are the same")
    public void generatedKeysDiffer() {
        assertThat(keys()).as("generated keys").doesNotHaveDuplicates();
    }

    private List<String> keys() {
        return made.stream()
                .flatMap(connection -> Configuration.of(connection).preSharedKeys().stream())
                .toList();
    }

    @Then("each of the {int} inside CIDRs is a \\/30 of 169.254.0.0\\/16 that is not reserved")
    public void assignedBlocksMayBeUsed(int count) {
        List<String> blocks = made.stream()
                .flatMap(connection -> Configuration.of(connection).insideCidrs().stream())
                .toList();
        assertThat(blocks)
                .as("assigned blocks")
                .hasSize(count)
                .allMatch(block -> block.matches("169\\.254\\.\\d+\\.\\d+/30"))
                .doesNotContainAnyElementsOf(RESERVED);
    }

    @Then("no two tunnels of one virtual private gateway have the same inside CIDR")
    public void assignedBlocksDiffer() {
        Map<String, List<VpnConnection>> byGateway =
                made.stream().collect(Collectors.groupingBy(VpnConnection::vpnGatewayId));
        assertThat(byGateway).as("virtual private gateways").hasSameSizeAs(vpnGateways);
        byGateway.values().forEach(connections -> assertThat(
                        connections.stream().flatMap(connection -> Configuration.of(connection).insideCidrs().stream()))
                .as("blocks of one virtual private gateway")
                .doesNotHaveDuplicates());
    }
}
