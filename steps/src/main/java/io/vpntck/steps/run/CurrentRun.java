package io.vpntck.steps.run;

import java.util.concurrent.atomic.AtomicReference;

/** The run under way in this JVM: hooks, which Cucumber makes by name, learn from it what to open. */
public final class CurrentRun {
    private static final AtomicReference<RunContext> CURRENT = new AtomicReference<>();

    private CurrentRun() {}

    /** @throws IllegalStateException when a run is under way already */
    public static void begin(RunContext run) {
        if (!CURRENT.compareAndSet(null, run)) {
            throw new IllegalStateException("a run is under way in this JVM");
        }
    }

    /** @throws IllegalStateException when none is under way */
    public static RunContext get() {
        RunContext run = CURRENT.get();
        if (run == null) {
            throw new IllegalStateException("no run is under way: start scenarios by vpn-tck run or mvn verify");
        }
        return run;
    }

    public static void end() {
        CURRENT.set(null);
    }
}
