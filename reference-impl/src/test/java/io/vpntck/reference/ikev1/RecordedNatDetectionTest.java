package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NAT-D payloads of third-party daemons, computed again from the endpoints, and what they say to each end. */
class RecordedNatDetectionTest {
    private static final Ipv4Address BEFORE_THE_NAT = Ipv4Address.of("198.51.100.140");
    private static final Ipv4Address BEHIND_THE_NAT = Ipv4Address.of("198.51.100.40");

    @ParameterizedTest(name = "{0}: {2} hashes")
    @CsvSource({
        "STRONGSWAN_REKEY, SHA1, 12",
        "STRONGSWAN_REKEY_RESPONDER, SHA1, 12",
        "STRONGSWAN_NAT, SHA2_256, 8",
        "STRONGSWAN_NAT_RESPONDER, SHA2_256, 8",
        "LIBRESWAN, SHA1, 8"
    })
    void computesEveryLoggedHash(ThirdPartyRecording which, HashAlgorithm hash, int count) {
        List<Octets> computed = new ArrayList<>();
        for (Octets chunk : which.load().logged("natd_chunk")) {
            UdpEndpoint endpoint =
                    new UdpEndpoint(Ipv4Address.of(chunk.slice(16, 20)), chunk.at(20) << 8 | chunk.at(21));
            NatDetection detection = new NatDetection(hash, chunk.first(8), chunk.slice(8, 16));
            computed.add(((NatDiscoveryPayload)
                            detection.payloads(endpoint, endpoint).get(0))
                    .hash());
        }
        assertThat(computed).hasSize(count).isEqualTo(which.load().logged("natd_hash"));
    }

    @ParameterizedTest(name = "{0}: {2} messages")
    @CsvSource({"STRONGSWAN_REKEY, SHA1, 6", "LIBRESWAN, SHA1, 4"})
    void findsNoNatWhereThereIsNone(ThirdPartyRecording which, HashAlgorithm hash, int count) throws Exception {
        List<Recording.Carried> exchanges = keyExchanges(which);
        assertThat(exchanges).hasSize(count);
        for (Recording.Carried carried : exchanges) {
            assertThat(judge(hash, carried)).isEqualTo(NatDetection.Finding.NONE);
        }
    }

    @Test
    void findsTheNatFromBothEnds() throws Exception {
        List<Recording.Carried> exchanges = keyExchanges(ThirdPartyRecording.STRONGSWAN_NAT);
        assertThat(exchanges)
                .as("messages 3 and 4 of two IKE SAs, on both sides of the NAT")
                .hasSize(8);
        for (Recording.Carried carried : exchanges) {
            NatDetection.Finding finding = judge(HashAlgorithm.SHA2_256, carried);
            if (carried.from().address().equals(BEHIND_THE_NAT)) {
                assertThat(finding).as("responder").isEqualTo(new NatDetection.Finding(false, true));
            } else if (carried.to().address().equals(BEFORE_THE_NAT)) {
                assertThat(finding).as("initiator").isEqualTo(new NatDetection.Finding(true, false));
            } else {
                assertThat(finding).as("on the way").isEqualTo(NatDetection.Finding.NONE);
            }
        }
    }

    private static List<Recording.Carried> keyExchanges(ThirdPartyRecording which) throws Exception {
        List<Recording.Carried> found = new ArrayList<>();
        for (Recording.Carried carried : which.load().isakmp()) {
            IsakmpMessage message = IsakmpMessage.decode(carried.message());
            if (message.header().exchange() == ExchangeType.IDENTITY_PROTECTION.id()
                    && !message.header().encrypted()
                    && message.payloads().first(NatDiscoveryPayload.class).isPresent()) {
                found.add(carried);
            }
        }
        return found;
    }

    private static NatDetection.Finding judge(HashAlgorithm hash, Recording.Carried carried) throws Exception {
        IsakmpMessage message = IsakmpMessage.decode(carried.message());
        return new NatDetection(
                        hash,
                        message.header().initiatorCookie(),
                        message.header().responderCookie())
                .judge(message.payloads().all(NatDiscoveryPayload.class), carried.to(), carried.from());
    }
}
