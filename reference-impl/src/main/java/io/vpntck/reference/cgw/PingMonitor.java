package io.vpntck.reference.cgw;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches one tunnel by pings to the AWS side's inside address: every 5 s one, which has 1 s to be answered.
 *
 * <p>Values of the static configuration for Cisco IOS in the Amazon VPC Network Administrator Guide (2018-09).
 */
final class PingMonitor {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int IDENTIFIER = 0x4d4f;
    private static final Octets DATA = Octets.ofUtf8("is anybody there");

    private final Ipv4Address own;
    private final Ipv4Address other;
    private Optional<Instant> next = Optional.empty();
    private Optional<Instant> timeout = Optional.empty();
    private boolean answers = true;
    private int sequence;

    PingMonitor(Ipv4Address own, Ipv4Address other) {
        this.own = own;
        this.other = other;
    }

    /** The tunnel is up: begins to ask, unless it does already. */
    void begin(Instant now) {
        if (next.isEmpty()) {
            next = Optional.of(now);
            answers = true;
        }
    }

    /** The tunnel is down: there is nothing to ask through. */
    void end() {
        next = Optional.empty();
        timeout = Optional.empty();
    }

    /** Whether the last question that is over was answered. */
    boolean answers() {
        return answers;
    }

    /** The next question where one is due. */
    Optional<Ipv4Packet> tick(Instant now) {
        if (timeout.filter(at -> !at.isAfter(now)).isPresent()) {
            timeout = Optional.empty();
            answers = false;
        }
        if (next.filter(at -> !at.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        sequence = sequence + 1 & 0xffff;
        next = Optional.of(now.plus(INTERVAL));
        timeout = Optional.of(now.plus(TIMEOUT));
        Octets echo = new IcmpEcho(true, IDENTIFIER, sequence, DATA).encode();
        return Optional.of(Ipv4Packet.of(own, other, Ipv4Packet.ICMP, echo));
    }

    /** Takes note of a packet for the gateway's inside address. */
    void hears(Ipv4Packet packet) {
        if (packet.protocol() != Ipv4Packet.ICMP || !packet.source().equals(other)) {
            return;
        }
        try {
            IcmpEcho echo = IcmpEcho.decode(packet);
            if (!echo.request() && echo.identifier() == IDENTIFIER && echo.sequence() == sequence) {
                timeout = Optional.empty();
                answers = true;
            }
        } catch (MalformedMessageException e) {
            // No answer: the question runs out.
            return;
        }
    }

    Optional<Instant> wakeAt() {
        return timeout.isPresent() && next.isPresent() && timeout.get().isBefore(next.get()) ? timeout : next;
    }
}
