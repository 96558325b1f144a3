package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two sessions with nothing but a wire between them, on which single messages can be lost or translated. */
final class TwoSessions {
    static final Instant START = Instant.parse("2018-09-01T00:00:00Z");
    static final UdpEndpoint INITIATOR_500 = new UdpEndpoint(Ipv4Address.of("198.51.100.10"), 500);
    static final UdpEndpoint RESPONDER_500 = new UdpEndpoint(Ipv4Address.of("198.51.100.21"), 500);

    private Ikev1Session initiator;
    private final Ikev1Session responder;
    private final List<Ikev1Effect> initiatorEffects = new ArrayList<>();
    private final List<Ikev1Effect> responderEffects = new ArrayList<>();
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final List<Octets> wire = new ArrayList<>();
    private final Set<Integer> lost = new HashSet<>();
    private Optional<Ipv4Address> natAddress = Optional.empty();
    private boolean cut;
    private Instant now = START;

    TwoSessions(Side initiator, Side responder) {
        this.initiator = new Ikev1Session(initiator.policy(), new CountingEntropy(1));
        this.responder = new Ikev1Session(responder.policy(), new CountingEntropy(2));
    }

    /** One side's policy, with what a test changes in it. */
    record Side(Ikev1Policy policy) {
        Side with(List<Phase1Proposal> phase1, List<Phase2Proposal> phase2) {
            return withPhase1(phase1).withPhase2(phase2);
        }

        Side withPhase1(List<Phase1Proposal> phase1) {
            return of(policy.phase1Mode(), policy.preSharedKey(), phase1, policy.phase2(), policy.selectors());
        }

        Side withPhase2(List<Phase2Proposal> phase2) {
            return of(policy.phase1Mode(), policy.preSharedKey(), policy.phase1(), phase2, policy.selectors());
        }

        Side withKey(String key) {
            return of(policy.phase1Mode(), Octets.ofUtf8(key), policy.phase1(), policy.phase2(), policy.selectors());
        }

        Side withSelectors(List<Selectors> selectors) {
            return of(policy.phase1Mode(), policy.preSharedKey(), policy.phase1(), policy.phase2(), selectors);
        }

        Side aggressive() {
            return of(
                    Ikev1Policy.Phase1Mode.AGGRESSIVE,
                    policy.preSharedKey(),
                    policy.phase1(),
                    policy.phase2(),
                    policy.selectors());
        }

        Side departing(Conduct.Departure... departures) {
            return new Side(policy.with(new Conduct(policy.role(), Set.of(departures))));
        }

        Side withLifetimes(Duration phase1, Duration phase2) {
            return timed(phase1, phase2, policy.dpdInterval());
        }

        Side withDpdInterval(Duration interval) {
            return timed(policy.phase1Lifetime(), policy.phase2Lifetime(), interval);
        }

        private Side timed(Duration phase1, Duration phase2, Duration dpdInterval) {
            return new Side(new Ikev1Policy(
                    policy.role(),
                    policy.phase1Mode(),
                    policy.local(),
                    policy.remote(),
                    policy.localIdentity(),
                    policy.remoteIdentity(),
                    policy.preSharedKey(),
                    policy.phase1(),
                    policy.phase2(),
                    phase1,
                    phase2,
                    policy.selectors(),
                    dpdInterval,
                    policy.dpdRetries(),
                    policy.natTraversal(),
                    policy.conduct()));
        }

        private Side of(
                Ikev1Policy.Phase1Mode mode,
                Octets key,
                List<Phase1Proposal> phase1,
                List<Phase2Proposal> phase2,
                List<Selectors> selectors) {
            return new Side(new Ikev1Policy(
                    policy.role(),
                    mode,
                    policy.local(),
                    policy.remote(),
                    policy.localIdentity(),
                    policy.remoteIdentity(),
                    key,
                    phase1,
                    phase2,
                    policy.phase1Lifetime(),
                    policy.phase2Lifetime(),
                    selectors,
                    policy.dpdInterval(),
                    policy.dpdRetries(),
                    policy.natTraversal(),
                    policy.conduct()));
        }
    }

    static Side initiator() {
        return side(
                Ikev1Policy.Role.INITIATOR,
                INITIATOR_500,
                RESPONDER_500,
                List.of(new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024)),
                List.of(new Phase2Proposal(
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Optional.of(DhGroup.MODP_1024))));
    }

    /** A side that accepts everything that is implemented. */
    static Side responder() {
        List<Phase1Proposal> phase1 = new ArrayList<>();
        List<Phase2Proposal> phase2 = new ArrayList<>();
        for (EncryptionAlgorithm encryption : Implemented.ENCRYPTION) {
            for (DhGroup group : Implemented.GROUPS) {
                for (HashAlgorithm hash : HashAlgorithm.values()) {
                    phase1.add(new Phase1Proposal(encryption, hash, group));
                }
                for (IntegrityAlgorithm integrity : Implemented.INTEGRITY) {
                    phase2.add(new Phase2Proposal(encryption, integrity, Optional.of(group)));
                }
            }
        }
        return side(Ikev1Policy.Role.RESPONDER, RESPONDER_500, INITIATOR_500, phase1, phase2);
    }

    private static Side side(
            Ikev1Policy.Role role,
            UdpEndpoint local,
            UdpEndpoint remote,
            List<Phase1Proposal> phase1,
            List<Phase2Proposal> phase2) {
        return new Side(new Ikev1Policy(
                role,
                Ikev1Policy.Phase1Mode.MAIN,
                local.address(),
                remote.address(),
                local.address(),
                Optional.empty(),
                Octets.ofUtf8("pre.shared_key"),
                phase1,
                phase2,
                Duration.ofHours(8),
                Duration.ofHours(1),
                List.of(Selectors.ANY),
                Duration.ofSeconds(10),
                3,
                NatTraversal.ON,
                Conduct.proper(role)));
    }

    /** The {@code number}th message from now on, counted from 1, does not arrive. */
    void lose(int number) {
        lost.add(wire.size() + number);
    }

    void loseEverything() {
        cut = true;
    }

    void loseNothing() {
        cut = false;
    }

    /** Hands the responder octets as if they came from there, and what it answers to nobody. */
    List<Ikev1Effect> forgeToResponder(UdpEndpoint source, Octets message) {
        return responder.receive(RESPONDER_500, source, message, now);
    }

    List<Ikev1Effect> forgeToInitiator(Octets message) {
        return initiator.receive(INITIATOR_500, RESPONDER_500, message, now);
    }

    /** The initiator's device has lost all it knew. */
    void restartInitiator(Side side) {
        initiator = new Ikev1Session(side.policy(), new CountingEntropy(3));
        initiate();
    }

    /** A NAT device puts this address, and a port 40,000 higher, in the place of the initiator's. */
    void translateInitiatorTo(String address) {
        natAddress = Optional.of(Ipv4Address.of(address));
    }

    void initiate() {
        fromInitiator(initiator.initiate(now));
        drain();
    }

    void closeInitiator() {
        fromInitiator(initiator.close(now));
        drain();
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusMillis(100);
            if (initiator.wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                fromInitiator(initiator.tick(now));
            }
            if (responder.wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                fromResponder(responder.tick(now));
            }
            drain();
        }
    }

    private void drain() {
        while (!underWay.isEmpty()) {
            underWay.remove().run();
        }
    }

    private void fromInitiator(List<Ikev1Effect> effects) {
        initiatorEffects.addAll(effects);
        for (Ikev1Effect effect : effects) {
            if (effect instanceof Ikev1Effect.Transmit transmit && arrives(transmit)) {
                UdpEndpoint seen = natAddress
                        .map(a -> new UdpEndpoint(a, transmit.from().port() + 40_000))
                        .orElse(transmit.from());
                underWay.add(() -> fromResponder(responder.receive(transmit.to(), seen, transmit.message(), now)));
            }
        }
    }

    private void fromResponder(List<Ikev1Effect> effects) {
        responderEffects.addAll(effects);
        for (Ikev1Effect effect : effects) {
            if (effect instanceof Ikev1Effect.Transmit transmit && arrives(transmit)) {
                UdpEndpoint to = natAddress.isPresent()
                        ? new UdpEndpoint(INITIATOR_500.address(), transmit.to().port() - 40_000)
                        : transmit.to();
                underWay.add(() -> fromInitiator(initiator.receive(to, transmit.from(), transmit.message(), now)));
            }
        }
    }

    private boolean arrives(Ikev1Effect.Transmit transmit) {
        wire.add(transmit.message());
        return !cut && !lost.contains(wire.size());
    }

    Instant now() {
        return now;
    }

    Ikev1Session responderSession() {
        return responder;
    }

    List<Octets> wire() {
        return List.copyOf(wire);
    }

    /** The exchange type of every message sent, in order. */
    List<Integer> exchangesOnTheWire() {
        return wire.stream().map(message -> message.at(18)).toList();
    }

    <E extends Ikev1Effect> List<E> initiatorEffects(Class<E> kind) {
        return initiatorEffects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <E extends Ikev1Effect> List<E> responderEffects(Class<E> kind) {
        return responderEffects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Octets that never repeat within a test. */
    static final class CountingEntropy implements Entropy {
        private final int salt;
        private int counter;

        CountingEntropy(int salt) {
            this.salt = salt;
        }

        @Override
        public Octets next(int length) {
            Octets out = Octets.EMPTY;
            while (out.length() < length) {
                out = Octets.concat(out, HashAlgorithm.SHA1.digest(Octets.ofUtf8(salt + "/" + counter++)));
            }
            return out.first(length);
        }
    }
}
