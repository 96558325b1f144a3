package io.vpntck.reference.ip;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When each of many machines next has work to do, in order of time: a change costs the logarithm of their number.
 *
 * <p>Whoever changes a machine sets its moment anew; nothing is asked of the machines here.
 *
 * @param <T> what is woken; two that are equal are the same
 */
public final class WakeUps<T> {
    private final Map<T, Entry<T>> entries = new HashMap<>();
    private final TreeSet<Entry<T>> waiting = new TreeSet<>(
            Comparator.<Entry<T>, Instant>comparing(entry -> entry.moment).thenComparing(entry -> entry.order));
    private long nextOrder;

    private static final class Entry<T> {
        private final T machine;
        private final long order;
        private Instant moment;

        private Entry(T machine, long order) {
            this.machine = machine;
            this.order = order;
        }
    }

    /** Sets when the machine is to be woken, empty for never. */
    public void set(T machine, Optional<Instant> at) {
        Entry<T> entry = entries.get(machine);
        if (entry == null) {
            entry = new Entry<>(machine, nextOrder++);
            entries.put(machine, entry);
        }
        Instant moment = at.orElse(null);
        if (entry.moment != null && entry.moment.equals(moment)) {
            return;
        }
        if (entry.moment != null) {
            waiting.remove(entry);
        }
        entry.moment = moment;
        if (moment != null) {
            waiting.add(entry);
        }
    }

    public void remove(T machine) {
        Entry<T> entry = entries.remove(machine);
        if (entry != null && entry.moment != null) {
            waiting.remove(entry);
        }
    }

    /** The machines whose moment has come, in the order in which they were first set. */
    public List<T> due(Instant now) {
        return waiting.stream()
                .takeWhile(entry -> !entry.moment.isAfter(now))
                .sorted(Comparator.comparingLong(entry -> entry.order))
                .map(entry -> entry.machine)
                .toList();
    }

    /** The first moment of all. */
    public Optional<Instant> next() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().moment);
    }
}
