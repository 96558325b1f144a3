package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One side's configuration of a peering.
 *
 * @param holdTime seconds: 0 for none, else 3 or more
 * @param connectRetry between two attempts to connect
 * @param idleHold between the end of a session and the next attempt
 * @param passive waits for the peer to connect
 * @param fourOctetAs whether capability 65 is announced; without it a number above 65535 shows as AS_TRANS
 * @param limit how many prefixes the peer may announce; empty for any number
 */
public record SessionSettings(
        long localAs,
        long peerAs,
        Ipv4Address identifier,
        int holdTime,
        Duration connectRetry,
        Duration idleHold,
        boolean passive,
        boolean fourOctetAs,
        Optional<PrefixLimit> limit,
        SessionConduct conduct) {

    public SessionSettings {
        AsWidth.requireAs(localAs);
        AsWidth.requireAs(peerAs);
        if (holdTime < 0 || holdTime == 1 || holdTime == 2 || holdTime > 0xffff) {
            throw new IllegalArgumentException("hold time " + holdTime);
        }
    }

    /** An active side with hold time 30, as AWS's configuration documents show it. */
    public static SessionSettings of(long localAs, long peerAs, Ipv4Address identifier) {
        return new SessionSettings(
                localAs,
                peerAs,
                identifier,
                30,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                false,
                true,
                Optional.empty(),
                SessionConduct.PROPER);
    }

    public SessionSettings waiting() {
        return new SessionSettings(
                localAs, peerAs, identifier, holdTime, connectRetry, Duration.ZERO, true, fourOctetAs, limit, conduct);
    }

    public SessionSettings withLocalAs(long as) {
        return new SessionSettings(
                as, peerAs, identifier, holdTime, connectRetry, idleHold, passive, fourOctetAs, limit, conduct);
    }

    public SessionSettings withHoldTime(int seconds) {
        return new SessionSettings(
                localAs, peerAs, identifier, seconds, connectRetry, idleHold, passive, fourOctetAs, limit, conduct);
    }

    public SessionSettings withLimit(PrefixLimit most) {
        return new SessionSettings(
                localAs,
                peerAs,
                identifier,
                holdTime,
                connectRetry,
                idleHold,
                passive,
                fourOctetAs,
                Optional.of(most),
                conduct);
    }

    public SessionSettings withoutLimit() {
        return new SessionSettings(
                localAs,
                peerAs,
                identifier,
                holdTime,
                connectRetry,
                idleHold,
                passive,
                fourOctetAs,
                Optional.empty(),
                conduct);
    }

    public SessionSettings withoutFourOctetAs() {
        return new SessionSettings(
                localAs, peerAs, identifier, holdTime, connectRetry, idleHold, passive, false, limit, conduct);
    }

    public SessionSettings withConduct(SessionConduct other) {
        return new SessionSettings(
                localAs, peerAs, identifier, holdTime, connectRetry, idleHold, passive, fourOctetAs, limit, other);
    }

    OpenMessage open() {
        List<Capability> capabilities = new ArrayList<>(List.of(Capability.IPV4_UNICAST, Capability.ROUTE_REFRESH));
        if (fourOctetAs) {
            capabilities.add(Capability.fourOctetAs(localAs));
        }
        return OpenMessage.of(localAs, holdTime, identifier, capabilities);
    }
}
