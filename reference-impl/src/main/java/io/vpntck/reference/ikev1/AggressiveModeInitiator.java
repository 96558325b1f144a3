package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first message of aggressive mode, which the AWS side does not take: what a gateway that is set up wrongly sends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.4">RFC 2409, section 5.4</a>
 */
final class AggressiveModeInitiator implements Phase1Exchange {
    private final Octets initiatorCookie;
    private Retransmission retransmission;

    AggressiveModeInitiator(Ikev1Policy policy, Entropy entropy, Instant now) {
        this.initiatorCookie = entropy.next(8);
        Phase1Proposal first = policy.phase1().get(0);
        Octets privateValue = first.group().privateValue(entropy);
        List<Payload> payloads = new ArrayList<>();
        payloads.add(Phase1Transforms.offer(List.of(first), policy.phase1Lifetime()));
        payloads.add(new KeyExchangePayload(first.group().publicValue(privateValue)));
        payloads.add(new NoncePayload(entropy.next(32)));
        payloads.add(IdentificationPayload.of(policy.localIdentity()));
        payloads.addAll(VendorIds.payloads(policy));
        IsakmpMessage message =
                IsakmpMessage.clear(initiatorCookie, IsakmpHeader.NO_COOKIE, ExchangeType.AGGRESSIVE, 0, payloads);
        this.retransmission = Retransmission.first(
                new UdpEndpoint(policy.local(), Ikev1Session.IKE_PORT),
                new UdpEndpoint(policy.remote(), Ikev1Session.IKE_PORT),
                message.encode(),
                now);
    }

    @Override
    public Octets initiatorCookie() {
        return initiatorCookie;
    }

    @Override
    public Answer receive(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now) {
        return Answer.refuse("aggressive mode is begun, never finished");
    }

    @Override
    public Optional<Retransmission> retransmission() {
        return Optional.of(retransmission);
    }

    @Override
    public void retransmission(Retransmission next) {
        retransmission = next;
    }
}
