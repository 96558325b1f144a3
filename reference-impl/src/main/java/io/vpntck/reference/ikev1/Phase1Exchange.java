package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.Optional;

/** A phase 1 under way. */
interface Phase1Exchange {
    Octets initiatorCookie();

    /** What a message of this exchange led to; an unauthentic or unexpected one changes nothing. */
    Answer receive(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException;

    /** The message that waits for an answer. */
    Optional<Retransmission> retransmission();

    void retransmission(Retransmission next);

    /**
     * The consequence of a message.
     *
     * @param reply what to send back
     * @param result present once phase 1 is complete
     * @param refusal why the message led to nothing
     */
    record Answer(Optional<Reply> reply, Optional<Phase1Result> result, Optional<String> refusal) {
        static Answer reply(UdpEndpoint from, UdpEndpoint to, Octets message) {
            return new Answer(Optional.of(new Reply(from, to, message)), Optional.empty(), Optional.empty());
        }

        static Answer refuse(String reason) {
            return new Answer(Optional.empty(), Optional.empty(), Optional.of(reason));
        }

        static Answer done(Phase1Result result, Optional<Reply> reply) {
            return new Answer(reply, Optional.of(result), Optional.empty());
        }
    }

    /** A message and its way. */
    record Reply(UdpEndpoint from, UdpEndpoint to, Octets message) {}
}
