package io.vpntck.reference.live.state;

import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One input that was accepted.
 *
 * @param account the access key
 * @param moment the server's clock while it was dealt with
 * @param seed what all randomness of it was drawn from
 * @param subject the region of an API request, the call of the lab, the outside address of a tunnel
 * @param answer the digest of what was answered; empty where nothing was
 */
public record JournalEntry(
        Kind kind,
        String account,
        Instant moment,
        Octets seed,
        String subject,
        Map<String, String> parameters,
        Octets answer) {

    /** What an input is. Written by its number: an entry of a journal keeps its meaning. */
    public enum Kind {
        /** A request of the EC2 API. */
        API,
        /** A call of the lab. */
        LAB,
        /** What the data plane tells of a tunnel. */
        TELEMETRY,
        /** An account was closed through the lab. */
        CLOSE
    }

    public JournalEntry {
        parameters = Map.copyOf(new TreeMap<>(parameters));
    }

    /** What it was, for a message. */
    public String title() {
        return switch (kind) {
            case API -> parameters.getOrDefault("Action", "a request") + " in " + subject;
            case LAB -> "the lab's " + subject;
            case TELEMETRY -> "telemetry of " + subject;
            case CLOSE -> "closing an account";
        };
    }
}
