package io.vpntck.reference.host;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A row of ICMP echo requests. */
public final class EchoRun {
    private final int identifier;
    private final Spec spec;
    private final Octets data;
    private final Instant begin;
    private final Set<Integer> answered = new HashSet<>();
    private Optional<Integer> nextHopMtu = Optional.empty();
    private int count;
    private int sent;

    /**
     * What to send.
     *
     * @param dataLength octets behind the ICMP header
     * @param dontFragment whether DF is set
     */
    public record Spec(Ipv4Address destination, int count, Duration interval, int dataLength, boolean dontFragment) {}

    EchoRun(int identifier, Spec spec, Instant begin) {
        this.identifier = identifier;
        this.spec = spec;
        this.data = pattern(spec.dataLength);
        this.begin = begin;
        this.count = spec.count;
    }

    private static Octets pattern(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return Octets.of(octets);
    }

    Optional<Instant> next() {
        return sent < count ? Optional.of(begin.plus(spec.interval.multipliedBy(sent))) : Optional.empty();
    }

    Ipv4Packet request(Ipv4Address source) {
        sent++;
        Octets echo = new IcmpEcho(true, identifier, sent, data).encode();
        return Ipv4Packet.of(source, spec.destination, Ipv4Packet.ICMP, echo).withDontFragment(spec.dontFragment);
    }

    void heard(Ipv4Address from, IcmpEcho reply) {
        if (reply.identifier() == identifier && from.equals(spec.destination)) {
            answered.add(reply.sequence());
        }
    }

    /** Takes note that a router refused a request of this row, which began with these octets behind its header. */
    void refused(Octets header, int mtu) {
        boolean own = header.length() >= 6 && (header.at(4) << 8 | header.at(5)) == identifier;
        if (own) {
            nextHopMtu = Optional.of(mtu);
        }
    }

    public int sent() {
        return sent;
    }

    /** How many requests were answered; an answer that comes twice counts once. */
    public int received() {
        return answered.size();
    }

    /** The most requests in a row that were sent and not answered so far. */
    public int longestLoss() {
        int longest = 0;
        int run = 0;
        for (int number = 1; number <= sent; number++) {
            run = answered.contains(number) ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The MTU that a router told last when it refused a request as too large. */
    public Optional<Integer> nextHopMtu() {
        return nextHopMtu;
    }

    /** Whether all requests are sent and answered. */
    public boolean finished() {
        return sent >= count && received() == sent;
    }

    /** Sends no more. */
    public void stop() {
        count = sent;
    }
}
