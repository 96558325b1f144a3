package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;

/** What whoever drives a {@link BgpSession} must now do or may want to know, in order. */
public sealed interface BgpEffect {

    /** A TCP connection to port 179 of the peer is to be opened. */
    record Connect() implements BgpEffect {}

    /** Octets for the connection: one whole message. */
    record Send(Octets message) implements BgpEffect {}

    /** The connection is to be closed, after what was sent. */
    record Close() implements BgpEffect {}

    record Established(Negotiated session) implements BgpEffect {}

    /** The session, or the attempt at one, is over; all routes of the peer are gone. */
    record Down(String reason, Optional<NotificationMessage> sent, Optional<NotificationMessage> received)
            implements BgpEffect {}

    /** Of the peer's usable routes some are gone, others new or changed; the latter share {@code attributes}. */
    record RoutesChanged(List<Ipv4Prefix> withdrawn, List<Ipv4Prefix> announced, Optional<PathAttributes> attributes)
            implements BgpEffect {
        public RoutesChanged {
            withdrawn = List.copyOf(withdrawn);
            announced = List.copyOf(announced);
        }
    }

    /** Something of the peer's was wrong or out of place, and was put right without an answer. */
    record Ignored(String reason) implements BgpEffect {}
}
