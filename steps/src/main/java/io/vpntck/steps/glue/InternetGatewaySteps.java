package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/** Internet gateways. */
public final class InternetGatewaySteps {
    private static final String NAME = "internet gateway";

    private final World world;
    private final Stage stage;
    private final VpcParts parts;
    private final List<List<String>> attachments = new ArrayList<>();
    private String vpc;

    public InternetGatewaySteps(World world, Stage stage, VpcParts parts) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
    }

    @Given("an account with {int} internet gateways")
    public void anAccountWithInternetGateways(int count) {
        for (int i = 0; i < count; i++) {
            parts.internetGateway();
        }
    }

    @Given("an internet gateway that is attached to a VPC")
    public void anAttachedGateway() {
        parts.vpc("10.0.0.0/16");
        vpc = world.vpcId();
        parts.attachInternetGateway();
    }

    @When("an internet gateway is created, attached to the VPC, detached again and deleted")
    public void isUsedThroughout() {
        vpc = world.vpcId();
        parts.internetGateway();
        attachments.add(attachedTo());
        attach(vpc);
        attachments.add(attachedTo());
        detach();
        attachments.add(attachedTo());
        isDeleted();
    }

    private List<String> attachedTo() {
        return world
                .ec2()
                .describeInternetGateways(r -> r.internetGatewayIds(parts.id(NAME)))
                .internetGateways()
                .get(0)
                .attachments()
                .stream()
                .map(InternetGatewayAttachment::vpcId)
                .toList();
    }

    private void attach(String to) {
        world.ec2()
                .attachInternetGateway(r -> r.internetGatewayId(parts.id(NAME)).vpcId(to));
    }

    private void detach() {
        world.ec2()
                .detachInternetGateway(r -> r.internetGatewayId(parts.id(NAME)).vpcId(world.vpcId()));
    }

    @When("another internet gateway is created")
    public void anotherIsCreated() {
        world.attempt(parts::internetGateway);
    }

    @When("the internet gateway is attached to another VPC")
    public void isAttachedToAnother() {
        stage.vpc("10.1.0.0/16");
        world.attempt(() -> attach(world.vpcId()));
    }

    @When("the internet gateway is detached from another VPC")
    public void isDetachedFromAnother() {
        stage.vpc("10.1.0.0/16");
        world.attempt(this::detach);
    }

    @When("another internet gateway is attached to that VPC too")
    public void anotherIsAttached() {
        String id = world.ec2().createInternetGateway().internetGateway().internetGatewayId();
        world.attempt(() ->
                world.ec2().attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc)));
    }

    @When("the internet gateway is deleted")
    public void isDeleted() {
        world.attempt(() -> world.ec2().deleteInternetGateway(r -> r.internetGatewayId(parts.id(NAME))));
    }

    @Then("it was attached to nothing, then to the VPC, then to nothing")
    public void wasAttached() {
        assertThat(attachments).as("attachments after each call").containsExactly(List.of(), List.of(vpc), List.of());
    }

    @Then("there is no internet gateway")
    public void thereIsNone() {
        assertThat(all()).as("internet gateways").isEmpty();
    }

    @Then("there are {int} internet gateways")
    public void thereAre(int count) {
        assertThat(all()).as("internet gateways").hasSize(count);
    }

    @Then("only that internet gateway is attached, to the first VPC")
    public void onlyThatIsAttached() {
        List<String> attached = all().stream()
                .flatMap(gateway ->
                        gateway.attachments().stream().map(a -> gateway.internetGatewayId() + " to " + a.vpcId()))
                .toList();
        assertThat(attached).as("attachments").containsExactly(parts.id(NAME) + " to " + vpc);
    }

    private List<InternetGateway> all() {
        return world.ec2().describeInternetGateways().internetGateways();
    }
}
