package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** A virtual private gateway and the VPC that it is attached to. */
public final class AttachmentSteps {
    private static final String OTHER_VPC = "10.1.0.0/16";

    private final World world;
    private final Stage stage;
    private String first;
    private String vpc;
    private VpnGateway created;

    public AttachmentSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a VPC {word}")
    public void aVpc(String cidr) {
        stage.vpc(cidr);
        vpc = world.vpcId();
    }

    @Given("a virtual private gateway that is attached to a VPC")
    public void anAttachedGateway() {
        aVpc("10.0.0.0/16");
        stage.vpnGateway();
        first = world.vpnGatewayId();
        stage.attach();
    }

    @Given("a virtual private gateway that was detached from a VPC")
    public void aDetachedGateway() {
        anAttachedGateway();
        detach(vpc);
        stage.await("the virtual private gateway to be detached", () -> attachedTo(first)
                .isEmpty());
    }

    @Given("a VPC whose virtual private gateway, with a VPN connection, was detached")
    public void aDetachedGatewayWithAConnection() {
        anAttachedGateway();
        stage.customerGateway();
        stage.connection(false);
        stage.awaitAvailableConnection();
        detach(vpc);
        stage.await("the virtual private gateway to be detached", () -> attachedTo(first)
                .isEmpty());
    }

    @When("a virtual private gateway is created, and attached to the VPC in a second call")
    public void isCreatedAndAttached() {
        stage.vpnGateway();
        first = world.vpnGatewayId();
        created = stage.vpnGatewayNow();
        world.ec2().attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(first));
    }

    @When("another virtual private gateway is attached to that VPC")
    public void anotherIsAttached() {
        stage.vpnGateway();
        world.attempt(() -> world.ec2().attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(world.vpnGatewayId())));
    }

    @When("it is attached to another VPC")
    public void isAttachedToAnotherVpc() {
        stage.vpc(OTHER_VPC);
        world.attempt(
                () -> world.ec2().attachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(first)));
    }

    @When("it is detached from the VPC")
    public void isDetached() {
        detach(vpc);
    }

    @When("it is detached from another VPC")
    public void isDetachedFromAnotherVpc() {
        stage.vpc(OTHER_VPC);
        world.attempt(() -> detach(world.vpcId()));
    }

    private void detach(String from) {
        world.ec2().detachVpnGateway(r -> r.vpcId(from).vpnGatewayId(first));
    }

    @When("the VPC is deleted")
    public void theVpcIsDeleted() {
        world.attempt(() -> world.ec2().deleteVpc(r -> r.vpcId(vpc)));
    }

    @When("the virtual private gateway is deleted")
    public void theGatewayIsDeleted() {
        world.attempt(() -> world.ec2().deleteVpnGateway(r -> r.vpnGatewayId(first)));
    }

    @When("a VPN connection is created whose virtual private gateway {}")
    public void isConnected(String what) {
        String id =
                switch (what) {
                    case "is not named" -> null;
                    case "never existed" -> "vgw-00000000000000000";
                    case "was deleted" -> deleted();
                    default -> throw new IllegalArgumentException("no such virtual private gateway: " + what);
                };
        world.attempt(() -> world.ec2()
                .createVpnConnection(
                        r -> r.type("ipsec.1").vpnGatewayId(id).customerGatewayId(world.customerGatewayId())));
    }

    private String deleted() {
        world.ec2().deleteVpnGateway(r -> r.vpnGatewayId(world.vpnGatewayId()));
        return world.vpnGatewayId();
    }

    @Then("it had no attachment after the first call")
    public void itHadNoAttachment() {
        assertThat(created.vpcAttachments())
                .as("attachments after CreateVpnGateway")
                .isEmpty();
    }

    @Then("it has one attachment, to the VPC, that becomes attached within {int} s")
    public void itBecomesAttached(int seconds) {
        boolean attached = world.testbed().await(Duration.ofSeconds(seconds), () -> attachments(first).stream()
                .anyMatch(a -> a.state() == AttachmentStatus.ATTACHED));
        assertThat(attached).as("attached within %d s", seconds).isTrue();
        assertThat(attachments(first))
                .as("attachments")
                .extracting(VpcAttachment::vpcId)
                .containsExactly(vpc);
    }

    @Then("only the first virtual private gateway is attached to the VPC")
    public void onlyTheFirstIsAttached() {
        List<String> attached = new ArrayList<>();
        for (VpnGateway gateway : Present.vpnGateways(world.ec2())) {
            attachedTo(gateway.vpnGatewayId()).ifPresent(to -> attached.add(gateway.vpnGatewayId() + " to " + to));
        }
        assertThat(attached).as("attachments").containsExactly(first + " to " + vpc);
        assertThat(world.ec2().describeVpcs(r -> r.vpcIds(vpc)).vpcs())
                .as("the VPC")
                .hasSize(1);
    }

    @Then("its attachment goes through detaching and detached only, within {int} s")
    public void itsAttachmentGoes(int seconds) {
        List<String> seen = new ArrayList<>();
        boolean gone = world.testbed().await(Duration.ofSeconds(seconds), () -> {
            attachments(first).forEach(a -> seen.add(a.stateAsString()));
            return attachments(first).isEmpty() || attachedTo(first).isEmpty();
        });
        assertThat(gone).as("detached within %d s", seconds).isTrue();
        assertThat(seen).as("states of the attachment").isSubsetOf("detaching", "detached");
    }

    @Then("the VPC can be deleted")
    public void theVpcCanBeDeleted() {
        world.ec2().deleteVpc(r -> r.vpcId(vpc));
        assertThat(world.ec2().describeVpcs().vpcs()).as("VPCs").noneMatch(other -> other.vpcId()
                .equals(vpc));
    }

    @Then("the virtual private gateway can be attached to another VPC")
    public void itCanBeAttachedToAnother() {
        aVpc(OTHER_VPC);
        world.ec2().attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(first));
        itBecomesAttached(60);
    }

    @Then("the virtual private gateway is deleted within {int} s")
    public void theGatewayIsGone(int seconds) {
        assertThat(world.refusals()).as("refusals").isEmpty();
        boolean gone = world.testbed()
                .await(Duration.ofSeconds(seconds), () -> world.ec2().describeVpnGateways().vpnGateways().stream()
                        .noneMatch(g -> g.vpnGatewayId().equals(first)
                                && !g.stateAsString().equals("deleted")));
        assertThat(gone).as("deleted within %d s", seconds).isTrue();
    }

    @Then("the virtual private gateway, the customer gateway and the VPN connection are available")
    public void allThreeAreAvailable() {
        assertThat(world.refusals()).as("refusals").isEmpty();
        assertThat(stage.vpnGatewayNow().stateAsString())
                .as("virtual private gateway")
                .isEqualTo("available");
        assertThat(stage.customerGatewayNow().state()).as("customer gateway").isEqualTo("available");
        assertThat(stage.connection().stateAsString()).as("VPN connection").isEqualTo("available");
    }

    private List<VpcAttachment> attachments(String gateway) {
        return world.ec2()
                .describeVpnGateways(r -> r.vpnGatewayIds(gateway))
                .vpnGateways()
                .get(0)
                .vpcAttachments();
    }

    /** The VPC that it is not yet detached from. */
    private Optional<String> attachedTo(String gateway) {
        return attachments(gateway).stream()
                .filter(a -> a.state() != AttachmentStatus.DETACHED)
                .map(VpcAttachment::vpcId)
                .findFirst();
    }
}
