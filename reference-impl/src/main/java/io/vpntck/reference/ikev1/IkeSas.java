package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The IKE SAs of one tunnel that are up, and those that are on their way out.
 *
 * <pre>
 * up        the newest begins exchanges, all take them
 * retiring  was replaced: takes exchanges for {@link #LINGER} more, then is deleted
 * gone      was deleted, by whichever side: for {@link #ECHO} its last messages are still understood
 * </pre>
 *
 * <p>Lingering lets a quick mode end under the IKE SA that it began under while phase 1 is renewed.
 */
final class IkeSas {
    /** Half a minute: a quick mode is repeated after 2, 4, 8 and 16 s. */
    static final Duration LINGER = Duration.ofSeconds(30);

    private static final Duration ECHO = Duration.ofSeconds(10);
    private static final int MOST = 4;

    private final Entropy entropy;
    private final List<IkeSa> up = new ArrayList<>();
    private final Map<IkeSa, Instant> retiring = new LinkedHashMap<>();
    private final Map<IkeSa, Instant> gone = new LinkedHashMap<>();

    IkeSas(Entropy entropy) {
        this.entropy = entropy;
    }

    /** The newest that has not been replaced. */
    Optional<IkeSa> current() {
        return up.isEmpty() ? Optional.empty() : Optional.of(up.get(up.size() - 1));
    }

    /** All that take exchanges, oldest first. */
    List<IkeSa> all() {
        List<IkeSa> all = new ArrayList<>(retiring.keySet());
        all.addAll(up);
        return all;
    }

    boolean isEmpty() {
        return up.isEmpty() && retiring.isEmpty();
    }

    /** All whose messages are understood. */
    List<IkeSa> known() {
        List<IkeSa> known = all();
        known.addAll(gone.keySet());
        return known;
    }

    Optional<IkeSa> find(IsakmpHeader header) {
        return known().stream().filter(sa -> sa.owns(header)).findFirst();
    }

    boolean has(Octets initiatorCookie) {
        return known().stream().anyMatch(sa -> sa.phase1().initiatorCookie().equals(initiatorCookie));
    }

    /** Takes a new one in; the oldest goes when a peer makes one after another. */
    List<Ikev1Effect> add(IkeSa sa, Instant now) {
        up.add(sa);
        return up.size() <= MOST ? List.of() : delete(up.get(0), "too many IKE SAs", now);
    }

    void retire(IkeSa sa, Instant now) {
        if (up.remove(sa)) {
            retiring.put(sa, now.plus(LINGER));
        }
    }

    /** Takes one out that the peer no longer has. */
    List<Ikev1Effect> drop(IkeSa sa, String reason, Instant now) {
        boolean there = up.remove(sa);
        there |= retiring.remove(sa) != null;
        if (!there) {
            return List.of();
        }
        gone.put(sa, now.plus(ECHO));
        return List.of(sa.down(reason));
    }

    private List<Ikev1Effect> delete(IkeSa sa, String reason, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>(List.of(sa.informational(entropy, List.of(sa.delete()))));
        effects.addAll(drop(sa, reason, now));
        return effects;
    }

    /** Takes all out at once; nothing of them is understood afterwards. */
    List<Ikev1Effect> dropAll(String reason) {
        List<Ikev1Effect> effects =
                all().stream().<Ikev1Effect>map(sa -> sa.down(reason)).toList();
        up.clear();
        retiring.clear();
        gone.clear();
        return effects;
    }

    List<Ikev1Effect> tick(Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        for (IkeSa sa : List.copyOf(retiring.keySet())) {
            if (!now.isBefore(retiring.get(sa))) {
                effects.addAll(delete(sa, "replaced", now));
            }
        }
        for (IkeSa sa : List.copyOf(up)) {
            if (!now.isBefore(sa.expiry())) {
                effects.addAll(delete(sa, "its lifetime is over", now));
            }
        }
        gone.values().removeIf(until -> !now.isBefore(until));
        return effects;
    }

    Optional<Instant> wakeAt() {
        List<Instant> moments = new ArrayList<>(retiring.values());
        moments.addAll(gone.values());
        up.forEach(sa -> moments.add(sa.expiry()));
        return moments.stream().min(Comparator.naturalOrder());
    }
}
