package io.vpntck.steps.dataplane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a row of echo requests that were sent one after the other, an interval apart.
 *
 * @param begun when number 1 was sent
 * @param sent how many there were
 * @param arrived the numbers of those that came through
 */
record ProbeRow(Instant begun, Duration interval, int sent, Set<Integer> arrived) {
    ProbeRow {
        arrived = Set.copyOf(arrived);
    }

    /**
     * A row whose pace is taken from the network: a sender of a live testbed may be some hundredths slower than it was
     * asked to be, which in a long row comes to seconds.
     *
     * @param begun when it was asked to begin, and {@code interval} at which pace
     * @param seen when numbers were first seen on the network
     */
    static ProbeRow seen(Instant begun, Duration interval, int sent, Map<Integer, Instant> seen, Set<Integer> arrived) {
        if (seen.size() < 2) {
            return new ProbeRow(begun, interval, sent, arrived);
        }
        int first = Collections.min(seen.keySet());
        int last = Collections.max(seen.keySet());
        Duration pace = Duration.between(seen.get(first), seen.get(last)).dividedBy(last - first);
        return new ProbeRow(seen.get(first).minus(pace.multipliedBy(first - 1L)), pace, sent, arrived);
    }

    /**
     * Numbers that were lost one after the other.
     *
     * @param first the number of the first of them
     */
    record Loss(Instant begun, int first, int count, Duration length) {
        Instant ended() {
            return begun.plus(length);
        }
    }

    /** The losses, in order. */
    List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        int first = 0;
        for (int number = 1; number <= sent + 1; number++) {
            boolean lost = number <= sent && !arrived.contains(number);
            if (lost && first == 0) {
                first = number;
            } else if (!lost && first != 0) {
                int count = number - first;
                losses.add(new Loss(sentAt(first), first, count, interval.multipliedBy(count)));
                first = 0;
            }
        }
        return losses;
    }

    Instant sentAt(int number) {
        return begun.plus(interval.multipliedBy(number - 1L));
    }

    int lost() {
        return sent - (int) arrived.stream().filter(n -> n >= 1 && n <= sent).count();
    }

    /** Zero where nothing was lost. */
    Duration longestGap() {
        return losses().stream().map(Loss::length).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** The numbers that were lost from one moment until another. */
    long lostBetween(Instant from, Instant to) {
        long lost = 0;
        for (int number = 1; number <= sent; number++) {
            Instant at = sentAt(number);
            lost += !at.isBefore(from) && at.isBefore(to) && !arrived.contains(number) ? 1 : 0;
        }
        return lost;
    }
}
