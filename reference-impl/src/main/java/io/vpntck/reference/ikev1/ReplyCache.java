package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last messages of one exchange or one IKE SA that were dealt with, so that a repeated one gets the same octets again
 * and changes nothing.
 *
 * <p>Each phase 1 and each IKE SA has one of its own: what strangers send cannot push out what the peer may repeat.
 */
final class ReplyCache {
    private static final int MOST = 16;

    private final Map<Octets, Optional<Octets>> replies = new LinkedHashMap<>();

    /** Remembers that {@code request} was dealt with; {@code reply} is empty where nothing was to be said. */
    void put(Octets request, Optional<Octets> reply) {
        replies.put(request, reply);
        if (replies.size() > MOST) {
            replies.remove(replies.keySet().iterator().next());
        }
    }

    boolean knows(Octets request) {
        return replies.containsKey(request);
    }

    Optional<Octets> replyTo(Octets request) {
        return replies.getOrDefault(request, Optional.empty());
    }

    /** What a copy of a known request leads to. */
    List<Ikev1Effect> again(UdpEndpoint local, UdpEndpoint remote, Octets request, Conduct conduct) {
        Optional<Octets> reply = replyTo(request);
        if (reply.isEmpty()) {
            return Ikev1Session.ignored("a message that was dealt with before");
        }
        int times = conduct.has(Conduct.Departure.ANSWERS_COPIES_TWICE) ? 2 : 1;
        return Collections.nCopies(times, new Ikev1Effect.Transmit(local, remote, reply.get()));
    }
}
