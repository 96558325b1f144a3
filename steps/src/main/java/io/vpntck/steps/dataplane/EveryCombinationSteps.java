package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A gateway that tries one combination of algorithms after the other. */
public final class EveryCombinationSteps {
    private static final int SECONDS = 60;

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final AlgorithmSteps algorithms;
    private final List<String> offered = new ArrayList<>();
    private final List<String> carried = new ArrayList<>();

    public EveryCombinationSteps(World world, Stage stage, Tunnels tunnels, AlgorithmSteps algorithms) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
        this.algorithms = algorithms;
    }

    @When("the LAN host pings through tunnel {int} under each of these combinations in phase 2:")
    public void theLanHostPingsUnderEach(int tunnel, Map<String, String> values) {
        // The phase 1 that the gateway was given stays.
        DocumentEdits given = new DocumentEdits(world.configuration());
        for (String encryption : list(values.get("encryption"))) {
            for (String hash : list(values.get("hash"))) {
                for (String group : list(values.get("group"))) {
                    offered.add(encryption + ", " + hash + ", group " + group);
                    stage.configureAndStart(
                            given.algorithms(tunnel, 2, Map.of("encryption", encryption, "hash", hash, "group", group))
                                    .document());
                    if (algorithms.raise(tunnel, SECONDS)) {
                        carried.add(last(tunnel));
                    }
                }
            }
        }
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split(",")).map(String::trim).toList();
    }

    /** What the AWS side chose last in phase 2. */
    private String last(int tunnel) {
        List<ObservedPacket.Ike> choices = new ChosenAlgorithms(tunnels.view(), tunnels.outside(tunnel)).choices(2);
        return choices.isEmpty() ? "nothing" : ChosenAlgorithms.words(choices.get(choices.size() - 1), 2);
    }

    @Then("{int} combinations in phase 2 were chosen as offered, and carried pings")
    public void combinationsCarriedPings(int count) {
        assertThat(offered).as("combinations tried").hasSize(count).doesNotHaveDuplicates();
        assertThat(carried).as("combinations that carried pings").isEqualTo(offered);
    }
}
