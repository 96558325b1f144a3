package io.vpntck.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunLabelsTest {
    private static final String PROCESS = "io.vpntck.process";

    @Test
    void theRunOfThisProcessIsAlive() {
        Map<String, String> labels = RunLabels.of("0badcafe");
        assertThat(labels).containsEntry(RunLabels.RUN, "0badcafe");
        assertThat(RunLabels.ownerRuns(labels)).contains(true);
    }

    @Test
    void aRunWhoseProcessEndedIsNot() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(RunLabels.ownerRuns(with(ended.pid(), start(), namespace()))).contains(false);
    }

    @Test
    void aProcessThatGotTheSameIdLaterIsAnother() {
        long pid = ProcessHandle.current().pid();
        assertThat(RunLabels.ownerRuns(with(pid, "2018-09-03T08:00:00Z", namespace())))
                .contains(false);
    }

    @Test
    void ofAnotherProcessIdNamespaceNothingIsSaid() {
        long pid = ProcessHandle.current().pid();
        assertThat(RunLabels.ownerRuns(with(pid, start(), "pid:[1]"))).isEmpty();
        assertThat(RunLabels.ownerRuns(Map.of(RunLabels.RUN, "0badcafe"))).isEmpty();
    }

    private static Map<String, String> with(long pid, String start, String namespace) {
        return Map.of(RunLabels.RUN, "0badcafe", PROCESS, pid + " " + start + " " + namespace);
    }

    private static String start() {
        return RunLabels.of("x").get(PROCESS).split(" ")[1];
    }

    private static String namespace() {
        return RunLabels.of("x").get(PROCESS).split(" ")[2];
    }
}
