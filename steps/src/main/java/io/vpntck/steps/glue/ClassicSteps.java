package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** AWS Classic VPN connections: how they come into being, and their category. */
public final class ClassicSteps {
    private final World world;
    private final Stage stage;
    private final Migration migration;
    private final List<String> categories = new ArrayList<>();
    private StateWatch watch;

    public ClassicSteps(World world, Stage stage, Migration migration) {
        this.world = world;
        this.stage = stage;
        this.migration = migration;
    }

    @Given("connections come into being as AWS Classic VPN")
    public void connectionsComeIntoBeingAsClassic() {
        migration.classicProfile(true);
    }

    @Given("a virtual private gateway with an AWS Classic VPN connection")
    public void aGatewayWithAClassicConnection() {
        migration.oldGateway();
        migration.oldConnection(true);
    }

    @Given("another virtual private gateway for the same customer gateway")
    public void anotherGatewayForTheSame() {
        stage.vpnGateway();
    }

    @Given("a virtual private gateway and a customer gateway with the ASN {long}")
    public void aCustomerGatewayWithTheAsn(long asn) {
        stage.vpnGateway();
        world.customerGatewayId(world.ec2()
                .createCustomerGateway(r ->
                        r.type("ipsec.1").ipAddress(world.nextCustomerAddress()).bgpAsnExtended(asn))
                .customerGateway()
                .customerGatewayId());
    }

    @Given("a virtual private gateway that came into being on {word}")
    public void aGatewayOf(String day) {
        world.vpnGatewayId(world.testbed()
                .lab()
                .createVpnGatewayAsOf(
                        world.testbed().region(),
                        LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    @When(
            "an {} connection is created, described until it is available, deleted, and described until it is deleted or gone")
    public void isWatched(String kind) {
        migration.classicProfile(kind.equals("AWS Classic VPN"));
        stage.connection(false);
        watch = new StateWatch(world.testbed());
        watch.until("available", this::describe);
        world.ec2()
                .deleteVpnConnection(
                        r -> r.vpnConnectionId(world.vpnConnectionId().orElseThrow()));
        watch.until("deleted", this::describe);
    }

    private Optional<String> describe() {
        VpnConnection connection = stage.connection();
        categories.add(connection.stateAsString() + ": " + connection.category());
        return Optional.of(connection.stateAsString());
    }

    @Then("DescribeVpnConnections shows the category {word} for the first connection and {word} for the last")
    public void theCategoriesAre(String first, String last) {
        assertThat(migration.oldConnection().category())
                .as("category of the first")
                .isEqualTo(first);
        assertThat(stage.connection().category()).as("category of the last").isEqualTo(last);
    }

    @Then("the first VPN connection is the only one")
    public void theFirstIsTheOnlyOne() {
        assertThat(world.ec2().describeVpnConnections().vpnConnections())
                .as("VPN connections")
                .extracting(VpnConnection::vpnConnectionId)
                .containsExactlyElementsOf(migration.oldConnectionIds());
    }

    @Then("it was described pending or available, and each time in the category {word}")
    public void eachTimeInTheCategory(String category) {
        assertThat(watch.seen()).as("states seen").containsAnyOf("pending", "available");
        assertThat(categories).as("states and categories seen").allMatch(seen -> seen.endsWith(": " + category));
    }
}
