package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final ReplyCache replies = new ReplyCache();
    private final Phase1Table phase1;
    private final Phase2Table phase2;
    private final InformationalExchange informational;
    private boolean wanted;

    public Ikev1Session(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
        this.phase1 = new Phase1Table(policy, entropy);
        this.phase2 = new Phase2Table(policy, entropy);
        this.informational = new InformationalExchange(phase1, phase2, entropy);
    }

    /** Makes what is missing of an IKE SA and one SA pair for each selector; nothing when all is there or under way. */
    public List<Ikev1Effect> initiate(Instant now) {
        wanted = true;
        return raise(now);
    }

    private List<Ikev1Effect> raise(Instant now) {
        Optional<IkeSa> sa = phase1.current();
        return sa.isPresent() ? phase2.initiateMissing(sa.get(), now) : phase1.initiate(now);
    }

    /** Takes an ISAKMP message (without the non-ESP marker) that came from {@code remote} to {@code local}. */
    public List<Ikev1Effect> receive(UdpEndpoint local, UdpEndpoint remote, Octets message, Instant now) {
        if (replies.knows(message)) {
            return replies.replyTo(message)
                    .map(reply -> List.<Ikev1Effect>of(new Ikev1Effect.Transmit(local, remote, reply)))
                    .orElse(ignored("a message that was dealt with before"));
        }
        try {
            return route(local, remote, IsakmpMessage.decode(message), message, now);
        } catch (MalformedMessageException e) {
            return ignored("malformed: " + e.getMessage());
        }
    }

    private List<Ikev1Effect> route(
            UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Octets octets, Instant now)
            throws MalformedMessageException {
        IsakmpHeader header = message.header();
        if (header.majorVersion() != 1) {
            return ignored("IKE version " + header.majorVersion());
        }
        Optional<ExchangeType> exchange = header.exchangeType();
        if (exchange.isEmpty()) {
            return ignored("exchange type " + header.exchange());
        }
        return switch (exchange.get()) {
            case IDENTITY_PROTECTION -> mainMode(local, remote, message, octets, now);
            case QUICK_MODE, INFORMATIONAL -> protectedMessage(local, remote, message, octets, now);
            default -> ignored("exchange type " + exchange.get() + " is not taken");
        };
    }

    private List<Ikev1Effect> mainMode(
            UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Octets octets, Instant now)
            throws MalformedMessageException {
        Phase1Table.Outcome outcome = phase1.receive(local, remote, message, now);
        outcome.reply().ifPresent(reply -> replies.put(octets, Optional.of(reply)));
        List<Ikev1Effect> effects = new ArrayList<>(outcome.effects());
        if (outcome.up() && wanted) {
            effects.addAll(raise(now));
        }
        return effects;
    }

    private List<Ikev1Effect> protectedMessage(
            UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Octets octets, Instant now)
            throws MalformedMessageException {
        Optional<IkeSa> sa = phase1.find(message.header());
        if (sa.isEmpty() || !message.header().encrypted()) {
            return ignored("no IKE SA protects it");
        }
        boolean quick = message.header().exchangeType().orElseThrow() == ExchangeType.QUICK_MODE;
        Protected outcome =
                quick ? phase2.receive(sa.get(), message, now) : informational.receive(sa.get(), message, now);
        if (outcome.authentic()) {
            sa.get().heardFrom(local, remote);
            phase1.heard(now);
            replies.put(octets, outcome.reply());
        }
        List<Ikev1Effect> effects = new ArrayList<>();
        outcome.reply().ifPresent(reply -> effects.add(new Ikev1Effect.Transmit(local, remote, reply)));
        effects.addAll(outcome.effects());
        return effects;
    }

    /**
     * What a message under an IKE SA led to.
     *
     * @param authentic whether its hash was right
     * @param reply what goes back at once, and again when the same message comes again
     */
    record Protected(boolean authentic, Optional<Octets> reply, List<Ikev1Effect> effects) {
        static Protected ignore(String reason) {
            return new Protected(false, Optional.empty(), ignored(reason));
        }
    }

    /** Notes that an authentic ESP packet of the peer came in: a sign of life for DPD. */
    public void heard(Instant now) {
        phase1.heard(now);
    }

    public List<Ikev1Effect> tick(Instant now) {
        if (phase1.peerIsDead(now)) {
            return dead(now);
        }
        List<Ikev1Effect> effects = new ArrayList<>(phase1.tick(now));
        if (phase2.rekeyIsDue(now) && phase1.current().isEmpty()) {
            effects.addAll(phase1.initiate(now));
        }
        effects.addAll(phase2.tick(phase1.current(), now));
        return effects;
    }

    private List<Ikev1Effect> dead(Instant now) {
        wanted = false;
        List<Ikev1Effect> effects = new ArrayList<>();
        effects.add(new Ikev1Effect.PeerDead());
        effects.addAll(phase2.dropAll("the peer is dead"));
        effects.addAll(phase1.dropAll("the peer is dead"));
        return effects;
    }

    public Optional<Instant> wakeAt() {
        return Stream.of(phase1.wakeAt(), phase2.wakeAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Deletes the ESP SAs and then the IKE SAs, telling the peer. */
    public List<Ikev1Effect> close(Instant now) {
        wanted = false;
        List<Ikev1Effect> effects = new ArrayList<>();
        phase1.current().ifPresent(sa -> {
            List<Octets> spis = phase2.spis();
            if (!spis.isEmpty()) {
                effects.add(sa.informational(
                        entropy,
                        List.of(new DeletePayload(SecurityAssociationPayload.IPSEC_DOI, Proposal.ESP, 4, spis))));
            }
        });
        effects.addAll(phase2.dropAll("closed"));
        for (IkeSa sa : phase1.all()) {
            effects.add(sa.informational(entropy, List.of(delete(sa))));
        }
        effects.addAll(phase1.dropAll("closed"));
        return effects;
    }

    static Payload delete(IkeSa sa) {
        return new DeletePayload(SecurityAssociationPayload.IPSEC_DOI, Proposal.ISAKMP, 16, List.of(sa.cookies()));
    }

    static List<Ikev1Effect> ignored(String reason) {
        return List.of(new Ikev1Effect.Ignored(reason));
    }
}
