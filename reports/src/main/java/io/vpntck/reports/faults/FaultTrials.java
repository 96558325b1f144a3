package io.vpntck.reports.faults;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Suite;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Many trials, side by side, in lanes that have a suite and a bundled reference each.
 *
 * <p>A trial comes out the same in whichever lane it runs: a scenario's world follows from the seed alone.
 */
public final class FaultTrials implements AutoCloseable {
    /** A lane waits a third of its time for the loopback connection between the SDK and the endpoint. */
    private static final int LANES_PER_PROCESSOR = 2;

    private final FaultBook book;
    private final boolean full;
    private final List<GatewayChoice> references = new ArrayList<>();
    private final BlockingQueue<FaultTrial> lanes;
    private final ExecutorService threads;

    /**
     * Prepares the lanes.
     *
     * @param full whether all scenarios run with each fault, not only its own and the core
     * @throws TestbedUnavailableException when the bundled reference cannot run here, or is not in this build
     */
    public FaultTrials(FaultBook book, long seed, boolean full) throws TestbedUnavailableException {
        this.book = book;
        this.full = full;
        int count = LANES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        lanes = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            GatewayChoice reference = Gateways.onClassPath()
                    .find("reference")
                    .orElseThrow(() ->
                            new TestbedUnavailableException("the bundled gateway \"reference\" is not in this build"));
            references.add(reference);
            reference.provider().prepare(reference.description());
            lanes.add(new FaultTrial(Suite.onClassPath(), book, reference, seed));
        }
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is red without any fault, in words. */
    public Future<List<String>> baseline() {
        return inALane(trial -> trial.baseline(full, ProgressListener.SILENT));
    }

    /** The trial of each fault of the book, in the book's order; they run by themselves. */
    public List<Future<FaultResult>> begin() {
        List<Future<FaultResult>> results = new ArrayList<>();
        book.faults().forEach(f -> results.add(inALane(t -> t.trial(f, full, ProgressListener.SILENT))));
        return results;
    }

    private <T> Future<T> inALane(Function<FaultTrial, T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    // There are as many lanes as threads: one is always free.
                    FaultTrial lane = lanes.remove();
                    try {
                        return work.apply(lane);
                    } finally {
                        lanes.add(lane);
                    }
                },
                threads);
    }

    /** Trials that are under way are given up. */
    @Override
    public void close() {
        threads.shutdownNow();
        references.forEach(reference -> reference.provider().close());
    }
}
