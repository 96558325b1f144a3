package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** What may be done to the tags of a resource, and how many it may have. */
public final class TagRuleSteps {
    private final World world;
    private final Stage stage;
    private String resource;

    public TagRuleSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a {} with {int} tag(s), the first of them site = north")
    public void aResourceWithTags(String kind, int count) {
        stage.vpc("10.0.0.0/16");
        stage.vpnGateway();
        stage.customerGateway();
        String connection = stage.connection(true).vpnConnectionId();
        resource = switch (kind) {
            case "VPC" -> world.vpcId();
            case "route table" -> stage.mainRouteTable();
            case "virtual private gateway" -> world.vpnGatewayId();
            case "customer gateway" -> world.customerGatewayId();
            case "VPN connection" -> connection;
            case "subnet" ->
                world.ec2()
                        .createSubnet(r -> r.vpcId(world.vpcId()).cidrBlock("10.0.1.0/24"))
                        .subnet()
                        .subnetId();
            case "internet gateway" ->
                world.ec2().createInternetGateway(r -> {}).internetGateway().internetGatewayId();
            default -> throw new IllegalArgumentException("no such resource: " + kind);
        };
        List<Tag> tags = IntStream.range(1, count)
                .mapToObj(i -> tag("key" + i, "value" + i))
                .toList();
        world.ec2().createTags(r -> r.resources(resource).tags(tag("site", "north")));
        if (!tags.isEmpty()) {
            world.ec2().createTags(r -> r.resources(resource).tags(tags));
        }
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @When("it gets the tag {word} = {word}")
    public void itGets(String key, String value) {
        world.attempt(() -> world.ec2().createTags(r -> r.resources(resource).tags(tag(key, value))));
    }

    @When("its tag {word} = {word} is deleted")
    public void itsTagIsDeleted(String key, String value) {
        world.ec2().deleteTags(r -> r.resources(resource).tags(tag(key, value)));
    }

    @When("its tag {word} is deleted, whatever its value")
    public void itsTagIsDeleted(String key) {
        world.ec2().deleteTags(r -> r.resources(resource)
                .tags(Tag.builder().key(key).build()));
    }

    @Then("DescribeTags shows of it {word} = {word}, and {int} tag(s) in all")
    public void describeTagsShows(String key, String value, int count) {
        assertThat(tags())
                .as("tags of %s", resource)
                .hasSize(count)
                .anyMatch(tag -> tag.key().equals(key) && tag.value().equals(value));
    }

    @Then("DescribeTags shows of it no tag")
    public void describeTagsShowsNone() {
        assertThat(tags()).as("tags of %s", resource).isEmpty();
    }

    private List<TagDescription> tags() {
        Filter ours = Filter.builder().name("resource-id").values(resource).build();
        return world.ec2().describeTags(r -> r.filters(ours)).tags();
    }
}
