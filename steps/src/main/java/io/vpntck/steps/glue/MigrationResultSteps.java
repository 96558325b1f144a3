package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnStaticRoute;

/** What the old and the new connections of a migration have: their gateways, routes and configurations. */
public final class MigrationResultSteps {
    private final World world;
    private final Migration migration;

    public MigrationResultSteps(World world, Migration migration) {
        this.world = world;
        this.migration = migration;
    }

    @Then("DescribeVpnConnections lists the {int} old connections for the old virtual private gateway")
    public void listsTheOldConnections(int count) {
        assertThat(listed(migration.oldGatewayId()))
                .as("connections of the old virtual private gateway")
                .hasSize(count)
                .containsExactlyInAnyOrderElementsOf(migration.oldConnectionIds());
    }

    @Then("DescribeVpnConnections lists exactly the new connection for the new virtual private gateway")
    public void listsTheNewConnection() {
        assertThat(listed(migration.newGatewayId()))
                .as("connections of the new virtual private gateway")
                .containsExactly(migration.newConnectionId());
    }

    private List<String> listed(String gateway) {
        return world
                .ec2()
                .describeVpnConnections(r -> r.filters(
                        Filter.builder().name("vpn-gateway-id").values(gateway).build()))
                .vpnConnections()
                .stream()
                .map(VpnConnection::vpnConnectionId)
                .toList();
    }

    @Then("DescribeVpnConnections shows the static route {word} of the new connection and no other")
    public void showsTheRoute(String prefix) {
        assertThat(routes(migration.newConnectionNow()))
                .as("static routes of the new connection")
                .containsExactly(prefix);
    }

    @Then("DescribeVpnConnections shows the static routes {word} and {word} of the old connection and no other")
    public void showsTheRoutes(String first, String second) {
        assertThat(routes(migration.oldConnection()))
                .as("static routes of the old connection")
                .containsExactlyInAnyOrder(first, second);
    }

    private static List<String> routes(VpnConnection connection) {
        return connection.routes().stream()
                .map(VpnStaticRoute::destinationCidrBlock)
                .toList();
    }

    @Then("the two configurations name the same customer gateway, each its own connection and virtual private gateway")
    public void theConfigurationsNameTheirOwn() {
        assertNames(migration.oldConnection(), migration.oldGatewayId());
        assertNames(migration.newConnectionNow(), migration.newGatewayId());
    }

    private void assertNames(VpnConnection connection, String gateway) {
        Configuration configuration = Configuration.of(connection);
        assertThat(configuration.connectionId()).as("connection").isEqualTo(connection.vpnConnectionId());
        assertThat(configuration.texts("vpn_gateway_id"))
                .as("virtual private gateway")
                .containsExactly(gateway);
        assertThat(configuration.texts("customer_gateway_id"))
                .as("customer gateway")
                .containsExactly(world.customerGatewayId());
    }

    @Then("the two configurations have {int} pre-shared keys, no two of them the same")
    public void theKeysDiffer(int count) {
        assertThat(both().flatMap(c -> c.preSharedKeys().stream()))
                .as("pre-shared keys")
                .hasSize(count)
                .doesNotHaveDuplicates();
    }

    @Then("the outside addresses of both are noted")
    public void theOutsideAddressesAreNoted() {
        assertThat(both())
                .as("configurations")
                .allMatch(c -> c.outsideAddresses().size() == 2);
        both().forEach(c -> world.log("outside addresses of " + c.connectionId() + ": " + c.outsideAddresses()));
    }

    private Stream<Configuration> both() {
        return Stream.of(migration.oldConnection(), migration.newConnectionNow())
                .map(Configuration::of);
    }
}
