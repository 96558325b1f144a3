package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.steps.glue.World;

/** By which of several routes the AWS side says that it went, where the packets look the same. */
public final class UsedRouteSteps {
    private final World world;

    public UsedRouteSteps(World world) {
        this.world = world;
    }

    @Then("the AWS side says that it went by the route of {word}, then by that of {word}")
    public void wentBy(String first, String second) {
        String vpc = world.vpcId() + " ";
        assertThat(world.testbed().lab().events().stream()
                        .filter(event -> event.kind().equals("egress-route")
                                && event.detail().startsWith(vpc))
                        .map(event -> event.detail().replaceFirst(".* by ", "")))
                .as("origins of the routes used")
                .containsExactly(first, second);
    }
}
