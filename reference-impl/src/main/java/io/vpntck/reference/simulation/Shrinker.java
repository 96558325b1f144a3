package io.vpntck.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Delta debugging: finds a smallest part of a failing list that still fails, in the sense that taking out any one
 * element makes the failure go away.
 *
 * <p>The algorithm is ddmin of A. Zeller and R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE
 * Transactions on Software Engineering 28 (2), 2002: parts of the list are tried alone, then the list without each of
 * them, then smaller parts.
 */
public final class Shrinker<T> {
    private final Predicate<List<T>> fails;
    private final int mostTrials;
    private int trials;

    /** @param mostTrials after which the smallest list so far is given out */
    public Shrinker(Predicate<List<T>> fails, int mostTrials) {
        this.fails = fails;
        this.mostTrials = mostTrials;
    }

    /**
     * The outcome.
     *
     * @param trials how often {@code fails} was asked
     * @param minimal whether the search came to its end
     */
    public record Shrunk<T>(List<T> smallest, int trials, boolean minimal) {
        public Shrunk {
            smallest = List.copyOf(smallest);
        }
    }

    /** @param failing a list that fails; this is not tried again */
    public Shrunk<T> shrink(List<T> failing) {
        trials = 0;
        if (mayTry() && stillFails(List.of())) {
            return new Shrunk<>(List.of(), trials, true);
        }
        List<T> smallest = List.copyOf(failing);
        int parts = 2;
        while (smallest.size() > 1 && mayTry()) {
            List<T> smaller = smaller(smallest, parts);
            if (smaller.size() < smallest.size()) {
                // After a part alone, halves again; after a complement, the same size of parts.
                parts = smaller.size() * parts <= smallest.size() + parts ? 2 : Math.max(parts - 1, 2);
                smallest = smaller;
            } else if (parts >= smallest.size()) {
                return new Shrunk<>(smallest, trials, true);
            } else {
                parts = Math.min(2 * parts, smallest.size());
            }
        }
        return new Shrunk<>(smallest, trials, smallest.size() <= 1);
    }

    /** A part that fails, or the list without a part that fails, or the list itself. */
    private List<T> smaller(List<T> list, int parts) {
        for (int i = 0; i < parts && mayTry(); i++) {
            List<T> part = list.subList(bound(list, i, parts), bound(list, i + 1, parts));
            if (stillFails(part)) {
                return List.copyOf(part);
            }
        }
        // With two parts, each is the other's complement.
        for (int i = 0; i < parts && parts > 2 && mayTry(); i++) {
            List<T> rest = new ArrayList<>(list.subList(0, bound(list, i, parts)));
            rest.addAll(list.subList(bound(list, i + 1, parts), list.size()));
            if (stillFails(rest)) {
                return rest;
            }
        }
        return list;
    }

    private static int bound(List<?> list, int part, int parts) {
        return (int) ((long) list.size() * part / parts);
    }

    private boolean mayTry() {
        return trials < mostTrials;
    }

    private boolean stillFails(List<T> list) {
        trials++;
        return fails.test(List.copyOf(list));
    }
}
