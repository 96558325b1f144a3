package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** Tags of the resources that a VPN consists of. */
public final class TagSteps {
    private final World world;
    private final Stage stage;
    private Tag tag;
    private String tagged;
    private List<TagDescription> before;

    public TagSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a VPC, a virtual private gateway, a customer gateway and a VPN connection")
    public void oneOfEach() {
        stage.vpc("10.0.0.0/16");
        stage.vpnGateway();
        stage.customerGateway();
        stage.connection(false);
    }

    @When("the {} gets the tag {word} = {word}")
    public void getsTheTag(String resource, String key, String value) {
        tag = Tag.builder().key(key).value(value).build();
        tagged = id(resource);
        before = world.ec2().describeTags().tags();
        world.ec2().createTags(r -> r.resources(tagged).tags(tag));
    }

    private String id(String resource) {
        return switch (resource) {
            case "customer gateway" -> world.customerGatewayId();
            case "virtual private gateway" -> world.vpnGatewayId();
            case "VPN connection" -> world.vpnConnectionId().orElseThrow();
            case "route table" -> stage.mainRouteTable();
            default -> throw new IllegalArgumentException("no such resource: " + resource);
        };
    }

    private List<Tag> tagsOf(String resource) {
        return switch (resource) {
            case "customer gateway" -> stage.customerGatewayNow().tags();
            case "virtual private gateway" -> stage.vpnGatewayNow().tags();
            case "VPN connection" -> stage.connection().tags();
            case "route table" ->
                world.ec2()
                        .describeRouteTables(r -> r.routeTableIds(tagged))
                        .routeTables()
                        .get(0)
                        .tags();
            default -> throw new IllegalArgumentException("no such resource: " + resource);
        };
    }

    /** What earlier scenarios of the same account left for a while is not counted. */
    private List<TagDescription> newTags() {
        return world.ec2().describeTags().tags().stream()
                .filter(t -> !before.contains(t))
                .toList();
    }

    @Then("describing the {} shows the tag {word} = {word}")
    public void describingShows(String resource, String key, String value) {
        assertThat(tagsOf(resource))
                .as("tags of the %s", resource)
                .containsExactly(Tag.builder().key(key).value(value).build());
    }

    @Then("DescribeTags shows {word} = {word} of the {} and no other tag")
    public void describeTagsShows(String key, String value, String resource) {
        assertThat(newTags())
                .as("all tags")
                .extracting(TagDescription::resourceId, TagDescription::key, TagDescription::value)
                .containsExactly(tuple(tagged, key, value));
        assertThat(newTags().get(0).resourceTypeAsString())
                .as("resourceType")
                .isEqualTo(
                        resource.replace("virtual private", "vpn").toLowerCase().replace(' ', '-'));
    }

    @Then("the tag is gone after it is deleted")
    public void theTagIsGone() {
        world.ec2().deleteTags(r -> r.resources(tagged).tags(tag));
        assertThat(newTags()).as("all tags").isEmpty();
    }
}
