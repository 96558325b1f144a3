package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import io.vpntck.reports.gateways.GatewayChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** A run that is ended by a signal while containers start leaves no container, no network and no file. */
@Timeout(300)
class InterruptedRunIT {
    private static final String LABEL = "io.vpntck.run";

    @TempDir
    Path folder;

    @Test
    void leavesNothingBehind() throws Exception {
        LiveOnly.require("InterruptedRunIT", strongswan());
        DockerClient engine = DockerClientFactory.lazyClient();
        Path out = folder.resolve("out");
        Process run = new ProcessBuilder(Command.vpnTckWords(
                        "run", "--gateway", "strongswan-static", "--tags", "@data-plane", "--out", out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        while (gateways(engine).isEmpty()) {
            assertThat(run.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("ended early: %s", Files.readString(folder.resolve("output.txt")))
                    .isFalse();
        }
        run.destroy();
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).as("ended in time").isTrue();
        assertThat(run.exitValue()).isEqualTo(128 + 15);
        assertThat(engine.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(LABEL))
                        .exec())
                .isEmpty();
        assertThat(engine.listNetworksCmd().withFilter("label", List.of(LABEL)).exec())
                .isEmpty();
        assertThat(out).doesNotExist();
    }

    private static GatewayChoice strongswan() throws CommandRefused {
        return new SuiteInMaven().gateway("strongswan-static");
    }

    private static List<Container> gateways(DockerClient engine) {
        return engine.listContainersCmd().withLabelFilter(List.of(LABEL)).exec().stream()
                .filter(container -> Arrays.stream(container.getNames()).anyMatch(name -> name.contains("-gateway-")))
                .toList();
    }
}
