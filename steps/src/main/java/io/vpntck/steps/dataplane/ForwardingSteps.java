package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.glue.RoutingChanges;
import java.util.List;
import java.util.Map;

/** Which packets hosts send, and where each of them arrives. */
public final class ForwardingSteps {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final List<String> ROUNDS = List.of("arrives at", "then at", "at last at");

    private final SentPackets packets;
    private final RoutingChanges changes;

    public ForwardingSteps(SentPackets packets, RoutingChanges changes) {
        this.packets = packets;
        this.changes = changes;
    }

    @When("these packets are sent:")
    public void areSent(DataTable rows) {
        rows.asMaps().forEach(row -> packets.send(row.get(FROM), row.get(TO)));
    }

    @When("these packets are sent, then {string}, and they are sent again:")
    public void areSentTwice(String change, DataTable rows) {
        areSent(rows);
        changes.make(change);
        areSent(rows);
    }

    @When("these packets are sent, then {string}, they are sent again, then {string}, and they are sent once more:")
    public void areSentThrice(String change, String next, DataTable rows) {
        areSentTwice(change, rows);
        changes.make(next);
        areSent(rows);
    }

    @Then("each packet arrived where this says, and nowhere else:")
    public void arrivedAt(DataTable rows) {
        for (int round = 0; round < ROUNDS.size(); round++) {
            String column = ROUNDS.get(round);
            if (rows.row(0).contains(column)) {
                assertArrived(rows.asMaps(), column, round);
            }
        }
    }

    private void assertArrived(List<Map<String, String>> rows, String column, int round) {
        assertThat(rows.stream()
                        .map(row ->
                                place(row, seen(row.get(column), packets.placesOf(row.get(FROM), row.get(TO), round)))))
                .as("where each packet %s", column)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> place(row, row.get(column))).toList());
    }

    private static String place(Map<String, String> row, String where) {
        return row.get(FROM) + " to " + row.get(TO) + ": " + where;
    }

    /** Where the table does not say which tunnel, either is right. */
    private static String seen(String expected, String place) {
        return expected.equals("a tunnel") && place.matches("tunnel [12]") ? expected : place;
    }
}
