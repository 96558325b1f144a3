package io.vpntck.reference.esp;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import java.util.Map;
import java.util.Optional;

/** The receiving half of a pair. Counts what it drops (RFC 4303, section 3.4: audited events). */
public final class InboundSa {
    private final EspKeys keys;
    private final EspOpener opener;
    private final AntiReplayWindow window;
    private final DropCounters drops = new DropCounters();

    public InboundSa(EspKeys keys) {
        this(keys, AntiReplayWindow.DEFAULT_SIZE);
    }

    /** @param windowSize how many of the last sequence numbers are told apart, a multiple of 64 */
    public InboundSa(EspKeys keys, int windowSize) {
        this.keys = keys;
        this.opener = new EspOpener(keys);
        this.window = new AntiReplayWindow(windowSize);
    }

    public EspKeys keys() {
        return keys;
    }

    /** How many packets were dropped so far, for each reason that occurred. */
    public Map<EspDropReason, Long> drops() {
        return drops.counts();
    }

    /**
     * What a packet came to: the inner packet, or why it was dropped.
     *
     * @param authentic whether it came from the peer, even if it was then dropped
     * @param reason the drop in words; empty where there is none
     */
    public record Outcome(Optional<Ipv4Packet> inner, boolean authentic, Optional<EspDropReason> drop, String reason) {}

    public Outcome receive(EspPacket packet) {
        if (!window.admits(packet.sequence())) {
            return drop(EspDropReason.REPLAY, false, "replay of sequence number " + packet.sequence());
        }
        if (!opener.isAuthentic(packet)) {
            return drop(EspDropReason.WRONG_ICV, false, "wrong ICV");
        }
        window.mark(packet.sequence());
        EspPacket.Content content;
        try {
            content = opener.open(packet);
        } catch (MalformedMessageException e) {
            EspDropReason reason =
                    e.field().startsWith("Pad") ? EspDropReason.WRONG_PADDING : EspDropReason.WRONG_LENGTH;
            return drop(reason, true, "malformed: " + e.getMessage());
        }
        if (content.nextHeader() != Ipv4Packet.IPV4) {
            return drop(EspDropReason.NOT_IPV4, true, "next header " + content.nextHeader() + " in tunnel mode");
        }
        try {
            return new Outcome(Optional.of(Ipv4Packet.decode(content.data())), true, Optional.empty(), "");
        } catch (MalformedMessageException e) {
            return drop(EspDropReason.MALFORMED_INNER, true, "malformed: " + e.getMessage());
        }
    }

    /** Counts a packet that {@link #receive} let through, and that its receiver then dropped. */
    public void dropped(EspDropReason reason) {
        drops.count(reason);
    }

    private Outcome drop(EspDropReason reason, boolean authentic, String words) {
        drops.count(reason);
        return new Outcome(Optional.empty(), authentic, Optional.of(reason), words);
    }
}
