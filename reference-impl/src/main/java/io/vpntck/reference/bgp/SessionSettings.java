package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One side's configuration of a peering.
 *
 * @param passive waits for the peer to connect
 * @param fourOctetAs whether capability 65 is announced; without it a number above 65535 shows as AS_TRANS
 * @param limit how many prefixes the peer may announce; empty for any number
 */
public record SessionSettings(
        Sides sides,
        Times times,
        boolean passive,
        boolean fourOctetAs,
        Optional<PrefixLimit> limit,
        SessionConduct conduct) {

    /**
     * Who talks to whom.
     *
     * @param identifier this side's
     */
    public record Sides(long localAs, long peerAs, Ipv4Address identifier) {
        public Sides {
            AsWidth.requireAs(localAs);
            AsWidth.requireAs(peerAs);
        }
    }

    /**
     * How long this side waits.
     *
     * @param hold seconds: 0 for none, else 3 or more
     * @param connectRetry between two attempts to connect
     * @param idleHold between the end of a session and the next attempt
     */
    public record Times(int hold, Duration connectRetry, Duration idleHold) {
        public Times {
            if (hold < 0 || hold == 1 || hold == 2 || hold > 0xffff) {
                throw new IllegalArgumentException("hold time " + hold);
            }
        }
    }

    /** An active side with hold time 30, as AWS's configuration documents show it. */
    public static SessionSettings of(long localAs, long peerAs, Ipv4Address identifier) {
        Sides sides = new Sides(localAs, peerAs, identifier);
        Times times = new Times(30, Duration.ofSeconds(10), Duration.ofSeconds(5));
        return new SessionSettings(sides, times, false, true, Optional.empty(), SessionConduct.PROPER);
    }

    public SessionSettings waiting() {
        Times restarting = new Times(times.hold, times.connectRetry, Duration.ZERO);
        return new SessionSettings(sides, restarting, true, fourOctetAs, limit, conduct);
    }

    public SessionSettings withLocalAs(long as) {
        Sides other = new Sides(as, sides.peerAs, sides.identifier);
        return new SessionSettings(other, times, passive, fourOctetAs, limit, conduct);
    }

    public SessionSettings withHoldTime(int seconds) {
        Times other = new Times(seconds, times.connectRetry, times.idleHold);
        return new SessionSettings(sides, other, passive, fourOctetAs, limit, conduct);
    }

    public SessionSettings withLimit(PrefixLimit most) {
        return new SessionSettings(sides, times, passive, fourOctetAs, Optional.of(most), conduct);
    }

    public SessionSettings withoutLimit() {
        return new SessionSettings(sides, times, passive, fourOctetAs, Optional.empty(), conduct);
    }

    public SessionSettings withoutFourOctetAs() {
        return new SessionSettings(sides, times, passive, false, limit, conduct);
    }

    public SessionSettings withConduct(SessionConduct other) {
        return new SessionSettings(sides, times, passive, fourOctetAs, limit, other);
    }

    OpenMessage open() {
        List<Capability> capabilities = new ArrayList<>(List.of(Capability.IPV4_UNICAST, Capability.ROUTE_REFRESH));
        if (fourOctetAs) {
            capabilities.add(Capability.fourOctetAs(sides.localAs));
        }
        return OpenMessage.of(sides.localAs, times.hold, sides.identifier, capabilities);
    }
}
