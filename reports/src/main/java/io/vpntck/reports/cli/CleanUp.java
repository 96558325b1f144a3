package io.vpntck.reports.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be undone at the end, whichever comes first: the end of the block, or a signal that ends the JVM. */
final class CleanUp implements AutoCloseable {
    /** One thing to undo. */
    interface Step {
        void run() throws Exception;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Thread onExit = new Thread(this::runAll);

    CleanUp() {
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** The last one added is undone first. */
    synchronized void add(Step step) {
        steps.push(step);
    }

    @Override
    public void close() {
        runAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM is going down, and runs the same steps: they are run once.
            onExit.interrupt();
        }
    }

    private synchronized void runAll() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (Exception e) {
                // The next step must run all the same.
                System.err.println("vpn-tck: while clearing up: " + e.toString().replace('\n', ' '));
            }
        }
    }
}
