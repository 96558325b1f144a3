package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** The encrypted messages of one exchange of a recording, opened in their order. */
record RecordedExchange(int type, Octets messageId, List<PayloadChain> opened, List<Octets> lastBlocks) {

    /** Opens the messages, and writes each again: the same ciphertext must come of it. */
    static RecordedExchange open(CbcChain first, List<IsakmpMessage> messages) throws MalformedMessageException {
        CbcChain chain = first;
        List<PayloadChain> opened = new ArrayList<>();
        List<Octets> lastBlocks = new ArrayList<>();
        for (IsakmpMessage message : messages) {
            CbcChain.Opened one = chain.open(message.header().nextPayload(), message.body());
            Octets clear = one.payloads().encode();
            assertThat(chain.encryption().encrypt(chain.key(), chain.vector(), clear))
                    .as("%s rewritten and encrypted", message.header())
                    .isEqualTo(message.body());
            opened.add(one.payloads());
            chain = one.next();
            lastBlocks.add(chain.vector());
        }
        int messageId = messages.get(0).header().messageId();
        return new RecordedExchange(messages.get(0).header().exchange(), IkeSa.octets(messageId), opened, lastBlocks);
    }

    Octets hash(int index) throws MalformedMessageException {
        return opened.get(index).require(HashPayload.class).data();
    }

    Octets nonce(int index) throws MalformedMessageException {
        return opened.get(index).require(NoncePayload.class).data();
    }

    Octets spi(int index) throws MalformedMessageException {
        return opened.get(index)
                .require(SecurityAssociationPayload.class)
                .proposals()
                .get(0)
                .spi();
    }

    Octets identity(int index) throws MalformedMessageException {
        return MainModeInitiator.body(opened.get(index).require(IdentificationPayload.class));
    }

    /** What HASH(1) and HASH(2) cover: all payloads behind the hash. */
    Octets behindHash(int index) {
        List<Payload> all = opened.get(index).payloads();
        return IkeSa.encoded(all.subList(1, all.size()));
    }
}
