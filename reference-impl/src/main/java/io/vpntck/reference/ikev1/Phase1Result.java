package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;

/**
 * What a finished main mode leaves: all that an IKE SA needs.
 *
 * @param proposal what was agreed
 * @param initialContact whether the initiator knows of no other SA
 * @param lastBlock the last ciphertext block, from which the vectors of later exchanges are made
 */
record Phase1Result(
        boolean initiator,
        Octets initiatorCookie,
        Octets responderCookie,
        Phase1Proposal proposal,
        boolean initialContact,
        Phase1Keys keys,
        Octets lastBlock,
        NatDetection.Finding nat,
        boolean peerKnowsDpd,
        Duration lifetime,
        UdpEndpoint local,
        UdpEndpoint remote) {}
