package io.vpntck.steps.run;

/**
 * The run under way in this thread: hooks, which Cucumber makes by name, learn from it what to open.
 *
 * <p>Scenarios run in the thread that started their run, so runs in several threads do not meet.
 */
public final class CurrentRun {
    private static final ThreadLocal<RunContext> CURRENT = new ThreadLocal<>();

    private CurrentRun() {}

    /** @throws IllegalStateException when a run is under way already */
    public static void begin(RunContext run) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("a run is under way in this thread");
        }
        CURRENT.set(run);
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
        CURRENT.remove();
    }
}
