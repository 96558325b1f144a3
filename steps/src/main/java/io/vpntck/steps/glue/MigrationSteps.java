package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** A migration from AWS Classic VPN to AWS VPN, as the EC2 API sees it. */
public final class MigrationSteps {
    private static final String CIDR = "10.0.0.0/16";

    private final World world;
    private final Stage stage;
    private final Migration migration;
    private StateWatch watch;
    private String configurationBefore;

    public MigrationSteps(World world, Stage stage, Migration migration) {
        this.world = world;
        this.stage = stage;
        this.migration = migration;
    }

    @Given("a VPC whose virtual private gateway has {int} AWS Classic VPN connection(s)")
    public void aVpcWithClassicConnections(int count) {
        anAttachedGateway();
        for (int i = 0; i < count; i++) {
            migration.oldConnection(true);
        }
    }

    @Given("a VPC whose virtual private gateway has a VPN connection")
    public void aVpcWithAConnection() {
        anAttachedGateway();
        migration.oldConnection(false);
    }

    @Given("a VPC whose virtual private gateway has a deleted AWS Classic VPN connection")
    public void aVpcWithADeletedConnection() {
        aVpcWithClassicConnections(1);
        world.ec2()
                .deleteVpnConnection(
                        r -> r.vpnConnectionId(migration.oldConnectionIds().get(0)));
        stage.awaitDeletedConnection();
    }

    private void anAttachedGateway() {
        stage.vpc(CIDR);
        migration.oldGateway();
        stage.attach();
    }

    @Given("the old connection has the static routes {word} and {word}")
    public void theOldConnectionHasRoutes(String first, String second) {
        route(migration.oldConnectionIds().get(0), first);
        route(migration.oldConnectionIds().get(0), second);
    }

    private void route(String connection, String prefix) {
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(connection).destinationCidrBlock(prefix));
    }

    @Given("another virtual private gateway took its place, with the connection made anew")
    @When("another virtual private gateway takes its place, and the first connection is made anew there")
    public void anotherGatewayTakesItsPlace() {
        migration.newGateway();
        migration.detach(migration.oldGatewayId());
        migration.attach(migration.newGatewayId());
        migration.newConnection();
        configurationBefore = migration.newConnectionNow().customerGatewayConfiguration();
    }

    @When("the connection is made anew on another virtual private gateway, with the static route {word}")
    public void isMadeAnew(String prefix) {
        migration.newGateway();
        migration.newConnection();
        route(migration.newConnectionId(), prefix);
    }

    @When("the old connection is deleted and watched for 60 s")
    public void theOldConnectionIsDeleted() {
        watch = new StateWatch(world.testbed());
        watch.until("available", this::oldState);
        world.ec2()
                .deleteVpnConnection(
                        r -> r.vpnConnectionId(migration.oldConnectionIds().get(0)));
        watch.until("deleted", this::oldState);
    }

    private Optional<String> oldState() {
        return Optional.of(migration.oldConnection().stateAsString());
    }

    @Then("it becomes available within {int} s, attached to no VPC")
    public void itBecomesAvailable(int seconds) {
        assertThat(world.refusals()).as("refusals").isEmpty();
        boolean available = world.testbed().await(Duration.ofSeconds(seconds), () -> stage.vpnGatewayNow()
                .stateAsString()
                .equals("available"));
        assertThat(available).as("available within %d s", seconds).isTrue();
        assertThat(stage.vpnGatewayNow().vpcAttachments()).as("attachments").isEmpty();
    }

    @Then("the old virtual private gateway is attached to the VPC, and its connections are available")
    public void theOldGatewayIsAttached() {
        assertAttached(migration.oldGatewayId());
        assertThat(migration.oldConnectionIds()).as("available connections").allMatch(migration::isAvailable);
    }

    @Then("the new virtual private gateway is attached to the VPC")
    public void theNewGatewayIsAttached() {
        assertAttached(migration.newGatewayId());
    }

    private void assertAttached(String gateway) {
        assertThat(migration.gateway(gateway).vpcAttachments())
                .as("attachments")
                .filteredOn(a -> a.state() == AttachmentStatus.ATTACHED)
                .extracting(VpcAttachment::vpcId)
                .containsExactly(world.vpcId());
    }

    @Then("the states seen of it were available, deleting and deleted only, in that order, and it is deleted or gone")
    public void theStatesWere() {
        watch.assertOrder();
        assertThat(watch.seen()).as("states seen").isSubsetOf("available", "deleting", "deleted");
        assertThat(watch.last().orElse("deleted")).as("the last state").isEqualTo("deleted");
    }

    @Then("the new connection is available, with the configuration it had")
    public void theNewConnectionIsAsBefore() {
        VpnConnection connection = migration.newConnectionNow();
        assertThat(connection.stateAsString()).as("state").isEqualTo("available");
        assertThat(connection.customerGatewayConfiguration())
                .as("customerGatewayConfiguration")
                .isEqualTo(configurationBefore);
    }
}
