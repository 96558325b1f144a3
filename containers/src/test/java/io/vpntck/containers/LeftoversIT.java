package io.vpntck.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkResponse;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** What a killed run left is removed, what belongs to a living one stays. Skipped, with the reason, without an engine. */
class LeftoversIT {
    private static final String DEAD = "it-dead";
    private static final String LIVING = "it-living";

    private DockerClient engine;

    @BeforeEach
    void engine() {
        try {
            Engine.require();
        } catch (TestbedUnavailableException e) {
            if (System.getProperty("tck.containers", "optional").equals("required")) {
                fail(e.getMessage());
            }
            System.out.println("SKIPPED LeftoversIT: " + e.getMessage());
            abort(e.getMessage());
        }
        engine = DockerClientFactory.lazyClient();
        removeByName();
    }

    @AfterEach
    void removeByName() {
        if (engine != null) {
            List.of(DEAD, LIVING).forEach(run -> engine.listNetworksCmd()
                    .withNameFilter("vpn-tck-" + run)
                    .exec()
                    .forEach(network -> engine.removeNetworkCmd(network.getId()).exec()));
        }
    }

    @Test
    void removesAllOfOneRunByItsName() {
        network(DEAD, RunLabels.of(DEAD));
        network(LIVING, RunLabels.of(LIVING));
        new Leftovers(engine).remove(DEAD);
        assertThat(engine.listNetworksCmd().withNameFilter("vpn-tck-it-").exec())
                .extracting(network -> network.getName())
                .containsExactly("vpn-tck-" + LIVING);
    }

    private CreateNetworkResponse network(String run, Map<String, String> labels) {
        return engine.createNetworkCmd()
                .withName("vpn-tck-" + run)
                .withInternal(true)
                .withLabels(labels)
                .exec();
    }

    @Test
    void removesWhatAKilledRunLeftAndNothingElse() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Map<String, String> dead = new HashMap<>(RunLabels.of(DEAD));
        dead.computeIfPresent(
                "io.vpntck.process", (key, written) -> ended.pid() + written.substring(written.indexOf(' ')));
        network(DEAD, dead);
        network(LIVING, RunLabels.of(LIVING));

        assertThat(new Leftovers(engine).remove()).contains(LIVING).doesNotContain(DEAD);

        assertThat(engine.listNetworksCmd().withNameFilter("vpn-tck-it-").exec())
                .extracting(network -> network.getName())
                .containsExactly("vpn-tck-" + LIVING);
    }
}
