package io.vpntck.steps.capture;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.PayloadChain;
import java.time.Instant;
import java.util.Optional;

/** A packet of the outside network, as far as it can be taken apart. */
public sealed interface ObservedPacket {
    Instant time();

    /** The packet itself, from its outer header on. */
    Ipv4Packet packet();

    /** What it is, in a few words, for ladder diagrams and messages. */
    String label();

    default Ipv4Address source() {
        return packet().source();
    }

    default Ipv4Address destination() {
        return packet().destination();
    }

    /**
     * An ISAKMP message.
     *
     * @param sourcePort the UDP port that it came from
     * @param payloads empty where it is encrypted and no key opens it
     */
    record Ike(Instant time, Ipv4Packet packet, int sourcePort, IsakmpMessage message, Optional<PayloadChain> payloads)
            implements ObservedPacket {
        @Override
        public String label() {
            return Labels.of(this);
        }
    }

    /**
     * An ESP packet.
     *
     * @param inUdp whether it is encapsulated in UDP
     * @param inner empty where no key opens it
     */
    record Esp(Instant time, Ipv4Packet packet, int spi, long sequence, boolean inUdp, Optional<Ipv4Packet> inner)
            implements ObservedPacket {
        @Override
        public String label() {
            return Labels.of(this);
        }
    }

    /** One octet 0xFF on port 4500. */
    record NatKeepalive(Instant time, Ipv4Packet packet) implements ObservedPacket {
        @Override
        public String label() {
            return "NAT keepalive";
        }
    }

    /** Neither IKE nor ESP: something in clear. */
    record Clear(Instant time, Ipv4Packet packet) implements ObservedPacket {
        @Override
        public String label() {
            return "IN CLEAR: protocol " + packet.protocol();
        }
    }

    /** Sent to a port of IKE or as ESP, but of no such form. */
    record Malformed(Instant time, Ipv4Packet packet, String reason) implements ObservedPacket {
        @Override
        public String label() {
            return "malformed: " + reason;
        }
    }
}
