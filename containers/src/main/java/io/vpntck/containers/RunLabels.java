package io.vpntck.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a run writes on everything that it makes in the engine, so that the next run knows what a killed one left behind.
 */
final class RunLabels {
    static final String RUN = "io.vpntck.run";
    /** Process id, start of the process, and the process id namespace in which the id counts, with a space between. */
    private static final String PROCESS = "io.vpntck.process";

    private RunLabels() {}

    static Map<String, String> of(String run) {
        return Map.of(RUN, run, PROCESS, identity(ProcessHandle.current()));
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("-") + " " + namespace();
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException e) {
            return "-";
        }
    }

    /** Whether the process that wrote the labels still runs; empty where that cannot be told from here. */
    static Optional<Boolean> ownerRuns(Map<String, String> labels) {
        String written = labels.get(PROCESS);
        if (written == null || !written.endsWith(" " + namespace())) {
            return Optional.empty();
        }
        long pid = Long.parseLong(written.substring(0, written.indexOf(' ')));
        return Optional.of(ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> identity(process).equals(written))
                .isPresent());
    }
}
