package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.NotificationPayload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What keeps a tunnel up, and says that it is: dead peer detection, NAT keepalives, and the traffic in it. */
final class Liveness {
    private static final Duration KEEPALIVE_INTERVAL = Duration.ofSeconds(20);

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final Optional<Conduct.Idle> idle;
    private Optional<DeadPeerDetection> dpd = Optional.empty();
    private Optional<Instant> keepaliveAt = Optional.empty();
    private Optional<Instant> idleAt = Optional.empty();

    Liveness(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
        this.idle = policy.conduct().idle();
    }

    /** A new IKE SA is up: all begins anew. */
    void begin(Phase1Result phase1, Instant now) {
        boolean both = phase1.peerKnowsDpd() && !policy.conduct().has(Conduct.Departure.NO_DEAD_PEER_DETECTION);
        dpd = both
                ? Optional.of(new DeadPeerDetection(policy.dpdInterval(), policy.dpdRetries(), entropy, now))
                : Optional.empty();
        boolean keeps =
                phase1.nat().thisSideBehindNat() && !policy.conduct().has(Conduct.Departure.SENDS_NO_NAT_KEEPALIVES);
        keepaliveAt = keeps ? Optional.of(now.plus(KEEPALIVE_INTERVAL)) : Optional.empty();
        idleAt = idle.map(rule -> now.plus(rule.after()));
    }

    /** No IKE SA is left to ask under. */
    void end() {
        dpd = Optional.empty();
        keepaliveAt = Optional.empty();
        idleAt = Optional.empty();
    }

    /** An authentic message or packet of the peer came. */
    void heard(Instant now) {
        dpd.ifPresent(d -> d.heard(now));
    }

    /** An authentic ESP packet came. */
    void traffic(Instant now) {
        heard(now);
        idle.filter(Conduct.Idle::countsTraffic).ifPresent(rule -> idleAt = idleAt.map(at -> now.plus(rule.after())));
    }

    /** Whether this answers a question that is open. */
    boolean isAnswer(IkeSa sa, NotificationPayload acknowledgement) {
        return dpd.filter(d -> d.isAnswer(sa, acknowledgement)).isPresent();
    }

    boolean peerIsDead(Instant now) {
        return dpd.filter(d -> d.isDead(now)).isPresent();
    }

    /** The rule by which the tunnel has been idle for too long. */
    Optional<Conduct.Idle> idleNow(Instant now) {
        return idleAt.filter(at -> !now.isBefore(at)).flatMap(at -> idle);
    }

    List<Ikev1Effect> tick(IkeSa sa, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        dpd.filter(d -> !now.isBefore(d.wakeAt()))
                .ifPresent(d -> effects.add(sa.informational(entropy, List.of(d.ask(sa, now)))));
        keepaliveAt.filter(at -> !now.isBefore(at)).ifPresent(at -> {
            effects.add(new Ikev1Effect.TransmitNatKeepalive(sa.local(), sa.remote()));
            keepaliveAt = Optional.of(now.plus(KEEPALIVE_INTERVAL));
        });
        return effects;
    }

    Optional<Instant> wakeAt() {
        List<Instant> moments = new ArrayList<>();
        dpd.ifPresent(d -> moments.add(d.wakeAt()));
        keepaliveAt.ifPresent(moments::add);
        idleAt.ifPresent(moments::add);
        return moments.stream().min(Comparator.naturalOrder());
    }
}
