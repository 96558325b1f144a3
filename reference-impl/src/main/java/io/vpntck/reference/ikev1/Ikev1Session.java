package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All IKE and ESP SAs of one side of one tunnel, and the exchanges that make, renew and close them.
 *
 * <p>Routes each message to its procedure: {@link Phase1Table} for main mode, {@link Phase2Table} for quick mode,
 * {@link InformationalExchange} for notifications and deletes.
 */
public final class Ikev1Session {
    static final int IKE_PORT = 500;
    static final int NAT_PORT = 4500;
    /** Aggressive mode is not among them, nor are the exchanges of IKEv2. */
    private static final Set<ExchangeType> TAKEN =
            EnumSet.of(ExchangeType.IDENTITY_PROTECTION, ExchangeType.QUICK_MODE, ExchangeType.INFORMATIONAL);

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final IkeSas sas;
    private final Liveness liveness;
    private final Phase1Table phase1;
    private final Phase2Table phase2;
    private final InformationalExchange informational;
    private boolean wanted;
    private boolean reviving;

    public Ikev1Session(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
        this.sas = new IkeSas(entropy);
        this.liveness = new Liveness(policy, entropy);
        this.phase1 = new Phase1Table(policy, entropy, sas);
        this.phase2 = new Phase2Table(policy, entropy);
        this.informational = new InformationalExchange(policy, sas, phase2, liveness, entropy);
    }

    /** Makes what is missing of an IKE SA and one SA pair for each selector; nothing when all is there or under way. */
    public List<Ikev1Effect> initiate(Instant now) {
        if (!policy.role().initiates()) {
            return List.of();
        }
        wanted = true;
        return raise(now);
    }

    private List<Ikev1Effect> raise(Instant now) {
        Optional<IkeSa> sa = sas.current();
        return sa.isPresent()
                ? phase2.initiateMissing(sa.get(), now)
                : phase1.initiate(phase2.pairs().isEmpty(), now);
    }

    /** Takes an ISAKMP message (without the non-ESP marker) that came from {@code remote} to {@code local}. */
    public List<Ikev1Effect> receive(UdpEndpoint local, UdpEndpoint remote, Octets message, Instant now) {
        try {
            List<Ikev1Effect> effects =
                    new ArrayList<>(route(local, remote, IsakmpMessage.decode(message), message, now));
            effects.addAll(settle(now));
            return effects;
        } catch (MalformedMessageException e) {
            return ignored("malformed: " + e.getMessage());
        }
    }

    private List<Ikev1Effect> route(
            UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Octets octets, Instant now)
            throws MalformedMessageException {
        IsakmpHeader header = message.header();
        Optional<ExchangeType> exchange = header.exchangeType().filter(type -> header.majorVersion() == 1);
        if (exchange.filter(TAKEN::contains).isEmpty()) {
            return policy.conduct().has(Conduct.Departure.ANSWERS_ANYTHING)
                    ? List.of(new Ikev1Effect.Transmit(local, remote, octets))
                    : ignored("IKE version " + header.majorVersion() + ", exchange type " + header.exchange());
        }
        return exchange.get() == ExchangeType.IDENTITY_PROTECTION
                ? mainMode(local, remote, message, now)
                : protectedMessage(local, remote, message, octets, now);
    }

    private List<Ikev1Effect> mainMode(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        Phase1Table.Outcome outcome = phase1.receive(local, remote, message, now);
        List<Ikev1Effect> effects = new ArrayList<>(outcome.effects());
        if (outcome.up().isPresent()) {
            Phase1Result result = outcome.up().get().phase1();
            if (!result.initiator() && result.initialContact()) {
                effects.addAll(phase2.dropAll("the peer knows of no other"));
            }
            reviving = false;
            liveness.begin(result, now);
            effects.addAll(wanted ? raise(now) : List.of());
        }
        return effects;
    }

    private List<Ikev1Effect> protectedMessage(
            UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Octets octets, Instant now)
            throws MalformedMessageException {
        Optional<IkeSa> found = sas.find(message.header());
        if (found.isEmpty() || !message.header().encrypted()) {
            return ignored("no IKE SA protects it");
        }
        IkeSa sa = found.get();
        if (sa.replies().knows(octets)) {
            return sa.replies().again(local, remote, octets, policy.conduct());
        }
        boolean quick = message.header().exchangeType().orElseThrow() == ExchangeType.QUICK_MODE;
        Protected outcome = quick
                ? phase2.receive(sa, sas.all().contains(sa), message, now)
                : informational.receive(sa, message, now);
        if (outcome.authentic()) {
            sa.heardFrom(local, remote);
            sa.messageIds().add(message.header().messageId());
            sa.replies().put(octets, outcome.reply());
        }
        if (outcome.life()) {
            liveness.heard(now);
        }
        List<Ikev1Effect> effects = new ArrayList<>();
        outcome.reply().ifPresent(reply -> effects.add(new Ikev1Effect.Transmit(local, remote, reply)));
        effects.addAll(outcome.effects());
        return effects;
    }

    /**
     * What a message under an IKE SA led to.
     *
     * @param authentic whether its hash was right, and its message id new
     * @param life whether it shows that the peer is alive
     * @param reply what goes back at once, and again when the same message comes again
     */
    record Protected(boolean authentic, boolean life, Optional<Octets> reply, List<Ikev1Effect> effects) {
        static Protected ignore(String reason) {
            return new Protected(false, false, Optional.empty(), ignored(reason));
        }

        static Protected taken(Optional<Octets> reply, List<Ikev1Effect> effects) {
            return new Protected(true, true, reply, effects);
        }
    }

    /** Notes that an authentic ESP packet of the peer came in: a sign of life for DPD, and traffic. */
    public void heard(Instant now) {
        liveness.traffic(now);
    }

    public List<Ikev1Effect> tick(Instant now) {
        if (liveness.peerIsDead(now)) {
            return dead(now);
        }
        Optional<Conduct.Idle> idle = liveness.idleNow(now);
        if (idle.isPresent()) {
            List<Ikev1Effect> effects = new ArrayList<>(close(now));
            effects.addAll(idle.get().beginsAgain() ? phase1.initiate(true, now) : List.of());
            return effects;
        }
        List<Ikev1Effect> effects = new ArrayList<>(phase1.tick(now));
        boolean unwatched = policy.role().initiates() && !phase2.pairs().isEmpty();
        if (sas.current().isEmpty() && (reviving || unwatched)) {
            effects.addAll(phase1.initiate(!unwatched, now));
        }
        sas.current().ifPresent(sa -> effects.addAll(liveness.tick(sa, now)));
        effects.addAll(phase2.tick(sas.current(), now));
        effects.addAll(settle(now));
        return effects;
    }

    /** Draws the consequences of IKE SAs that went. */
    private List<Ikev1Effect> settle(Instant now) {
        if (sas.isEmpty()) {
            liveness.end();
        }
        boolean began = phase2.initiates();
        List<Ikev1Effect> effects = new ArrayList<>(phase2.keepOnlyUnder(sas));
        if (began && !phase2.initiates() && wanted) {
            effects.addAll(raise(now));
        }
        return effects;
    }

    private List<Ikev1Effect> dead(Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        effects.add(new Ikev1Effect.PeerDead());
        effects.addAll(phase2.dropAll("the peer is dead"));
        effects.addAll(sas.dropAll("the peer is dead"));
        phase1.abandonAll();
        liveness.end();
        reviving = policy.conduct().revives();
        wanted = reviving;
        effects.addAll(reviving ? raise(now) : List.of());
        return effects;
    }

    public Optional<Instant> wakeAt() {
        return Stream.of(phase1.wakeAt(), phase2.wakeAt(), liveness.wakeAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Deletes the ESP SAs and then the IKE SAs, telling the peer. */
    public List<Ikev1Effect> close(Instant now) {
        wanted = false;
        reviving = false;
        List<Ikev1Effect> effects = new ArrayList<>(phase2.pairs().deleteAll(sas.current(), "closed"));
        effects.addAll(phase2.dropAll("closed"));
        if (!policy.conduct().has(Conduct.Departure.CLOSES_SILENTLY)) {
            sas.all().forEach(sa -> effects.add(sa.informational(entropy, List.of(sa.delete()))));
        }
        effects.addAll(sas.dropAll("closed"));
        phase1.abandonAll();
        liveness.end();
        return effects;
    }

    static List<Ikev1Effect> ignored(String reason) {
        return List.of(new Ikev1Effect.Ignored(reason));
    }
}
