package io.vpntck.steps.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the requests of a scenario have made, so that it can be taken away again, and the requests under way.
 *
 * <p>Safe for several threads: a run may be ended by a signal while its scenario goes on.
 */
public final class RequestLedger {
    private final Set<Made> made = new LinkedHashSet<>();
    private int underWay;
    private boolean closed;

    /**
     * A resource.
     *
     * @param id its prefix tells the kind
     */
    public record Made(String region, String id) {}

    /** @throws IllegalStateException once no more requests are let pass */
    public synchronized void begin() {
        if (closed) {
            throw new IllegalStateException("the run is being ended: no more requests are made");
        }
        underWay++;
    }

    public synchronized void end() {
        underWay--;
        notifyAll();
    }

    public synchronized void add(Made resource) {
        made.add(resource);
    }

    public synchronized List<Made> all() {
        return new ArrayList<>(made);
    }

    public synchronized void remove(Made resource) {
        made.remove(resource);
    }

    /** Lets no more requests pass, and waits for those under way; returns whether they ended within {@code limit}. */
    public synchronized boolean close(Duration limit) {
        closed = true;
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); underWay > 0 && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return underWay == 0;
    }
}
