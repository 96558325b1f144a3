package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one side of one tunnel negotiates.
 *
 * @param role a {@link Role#RESPONDER} never sends the first message of phase 1 without a live IKE SA, and an {@link
 *     Role#INITIATOR} answers one only while there is an IKE SA
 * @param phase1Mode how an initiator runs phase 1; a responder takes main mode only
 * @param local this side's outside address
 * @param remote the peer's outside address as it is configured; messages may come from elsewhere behind a NAT device
 * @param localIdentity the ID_IPV4_ADDR that this side shows in phase 1
 * @param remoteIdentity the one it demands; empty to take any, as the AWS side does of a gateway behind NAT
 * @param phase1 accepted proposals; an initiator offers them in this order
 * @param phase2 likewise; a responder refuses quick mode without a group in the proposal it matches
 * @param selectors an initiator asks for one SA pair for each; a responder accepts what these contain
 * @param dpdInterval idle time after which the peer is asked for a sign of life (RFC 3706)
 * @param dpdRetries unanswered questions, one each interval, after which the peer is dead
 * @param conduct what this side does of its own accord
 */
public record Ikev1Policy(
        Role role,
        Phase1Mode phase1Mode,
        Ipv4Address local,
        Ipv4Address remote,
        Ipv4Address localIdentity,
        Optional<Ipv4Address> remoteIdentity,
        Octets preSharedKey,
        List<Phase1Proposal> phase1,
        List<Phase2Proposal> phase2,
        Duration phase1Lifetime,
        Duration phase2Lifetime,
        List<Selectors> selectors,
        Duration dpdInterval,
        int dpdRetries,
        NatTraversal natTraversal,
        Conduct conduct) {

    public Ikev1Policy {
        phase1 = List.copyOf(phase1);
        phase2 = List.copyOf(phase2);
        selectors = List.copyOf(selectors);
    }

    /** The same side with other manners. */
    public Ikev1Policy with(Conduct other) {
        return new Ikev1Policy(
                role,
                phase1Mode,
                local,
                remote,
                localIdentity,
                remoteIdentity,
                preSharedKey,
                phase1,
                phase2,
                phase1Lifetime,
                phase2Lifetime,
                selectors,
                dpdInterval,
                dpdRetries,
                natTraversal,
                other);
    }

    /** Which side of the negotiation a policy is for. */
    public enum Role {
        INITIATOR(true, false),
        RESPONDER(false, true),
        EITHER(true, true);

        private final boolean initiates;
        private final boolean responds;

        Role(boolean initiates, boolean responds) {
            this.initiates = initiates;
            this.responds = responds;
        }

        /** Whether this side may send the first message of phase 1 when no IKE SA is there. */
        boolean initiates() {
            return initiates;
        }

        /** Whether this side answers the first message of phase 1 when no IKE SA is there, and keeps one pair in all. */
        boolean responds() {
            return responds;
        }
    }

    /** The exchange of phase 1. */
    public enum Phase1Mode {
        MAIN,
        AGGRESSIVE
    }
}
