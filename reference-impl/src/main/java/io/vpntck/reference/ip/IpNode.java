package io.vpntck.reference.ip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A host or router as a machine without I/O: it is handed packets and moments, and answers with the packets to send.
 *
 * <p>Its driver, simulated or live, hands in every packet that reaches one of its links, and calls {@link #tick} once
 * the moment of {@link #wakeAt} has come. A node is used by one thread at a time.
 */
public interface IpNode {

    /** The link that leads to the other end of the tunnels. */
    String OUTSIDE = "outside";

    /** The link of a customer gateway that leads to the hosts behind it. */
    String LAN = "lan";

    List<Emission> receive(String link, Ipv4Packet packet, Instant now);

    List<Emission> tick(Instant now);

    /** When {@link #tick} next has work to do; empty when only a packet or a call can change this node. */
    Optional<Instant> wakeAt();

    /** A packet that a node sends on one of its links. */
    record Emission(String link, Ipv4Packet packet) {}
}
