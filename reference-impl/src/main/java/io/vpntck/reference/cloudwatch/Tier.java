package io.vpntck.reference.cloudwatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Points of one resolution, in order of time; equal ones that follow each other take the place of one. */
final class Tier {
    private final long resolution;
    private final Deque<Points> runs = new ArrayDeque<>();

    Tier(long resolution) {
        this.resolution = resolution;
    }

    long resolution() {
        return resolution;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    List<Points> runs() {
        return List.copyOf(runs);
    }

    /** The start of the point after the last one. */
    long end() {
        return runs.getLast().end();
    }

    /** Adds equal points behind the others; one that starts with the last point is joined to it. */
    void add(long start, long count, Statistics each) {
        if (runs.isEmpty()) {
            runs.add(new Points(start, resolution, count, each));
            return;
        }
        Points last = runs.getLast();
        if (start == last.end() - resolution && count == 1) {
            runs.removeLast();
            if (last.count() > 1) {
                runs.addLast(last.first(last.count() - 1));
            }
            add(start, 1, last.each().plus(each));
        } else if (start == last.end() && last.each().equals(each)) {
            runs.removeLast();
            runs.addLast(new Points(last.start(), resolution, last.count() + count, each));
        } else if (start >= last.end()) {
            runs.addLast(new Points(start, resolution, count, each));
        } else {
            throw new IllegalArgumentException("points from " + start + " come after those until " + last.end());
        }
    }

    /** Adds finer points, joined into points of this resolution. */
    void addFiner(Points finer) {
        long ratio = resolution / finer.resolution();
        Points left = finer;
        while (left != null) {
            long window = left.start() - Math.floorMod(left.start(), resolution);
            boolean whole = left.start() == window && left.count() >= ratio;
            long taken = whole ? left.count() / ratio * ratio : left.before(window + resolution);
            if (whole) {
                add(window, taken / ratio, left.each().times(ratio));
            } else {
                add(window, 1, left.each().times(taken));
            }
            left = taken < left.count() ? left.from(taken) : null;
        }
    }

    /** Takes out what starts before {@code moment}. */
    List<Points> removeBefore(long moment) {
        List<Points> removed = new ArrayList<>();
        while (!runs.isEmpty() && runs.getFirst().start() < moment) {
            Points run = runs.removeFirst();
            long count = run.before(moment);
            removed.add(run.first(count));
            if (count < run.count()) {
                runs.addFirst(run.from(count));
            }
        }
        return removed;
    }
}
