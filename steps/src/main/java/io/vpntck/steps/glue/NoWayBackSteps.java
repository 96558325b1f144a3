package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** That nothing turns an AWS VPN connection into an AWS Classic VPN one. */
public final class NoWayBackSteps {
    private final World world;
    private final Stage stage;
    private final Migration migration;
    private List<String> categories = List.of();

    public NoWayBackSteps(World world, Stage stage, Migration migration) {
        this.world = world;
        this.stage = stage;
        this.migration = migration;
    }

    @When("{int} calls on the connection, its gateways, tags and routes are made in the order of the seed {long}")
    public void callsAreMade(int count, long seed) {
        AnyCalls calls = new AnyCalls(world, stage, migration.classicConnectionIds());
        calls.make(count, seed);
        categories = calls.categories();
    }

    @Then("every connection that was ever listed was in the category {word}")
    public void everyConnectionWasIn(String category) {
        assertThat(categories)
                .as("categories of the connections listed after each call")
                .isNotEmpty()
                .containsOnly(category);
    }
}
