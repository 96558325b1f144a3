package io.vpntck.reference.esp;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import java.util.Optional;

/** The receiving half of a pair. */
public final class InboundSa {
    private final EspKeys keys;
    private final AntiReplayWindow window = new AntiReplayWindow();

    public InboundSa(EspKeys keys) {
        this.keys = keys;
    }

    public EspKeys keys() {
        return keys;
    }

    /**
     * What a packet came to: the inner packet, or why it was dropped.
     *
     * @param authentic whether it came from the peer, even if it was then dropped
     */
    public record Outcome(Optional<Ipv4Packet> inner, boolean authentic, String reason) {
        private static Outcome drop(boolean authentic, String reason) {
            return new Outcome(Optional.empty(), authentic, reason);
        }
    }

    public Outcome receive(EspPacket packet) {
        if (!window.admits(packet.sequence())) {
            return Outcome.drop(false, "replay of sequence number " + packet.sequence());
        }
        if (!packet.isAuthentic(keys)) {
            return Outcome.drop(false, "wrong ICV");
        }
        window.mark(packet.sequence());
        try {
            EspPacket.Content content = packet.open(keys);
            if (content.nextHeader() != Ipv4Packet.IPV4) {
                return Outcome.drop(true, "next header " + content.nextHeader() + " in tunnel mode");
            }
            return new Outcome(Optional.of(Ipv4Packet.decode(content.data())), true, "");
        } catch (MalformedMessageException e) {
            return Outcome.drop(true, "malformed: " + e.getMessage());
        }
    }
}
