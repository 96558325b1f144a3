package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;

class IcmpFragmentationNeededTest {
    private static final Ipv4Address HOST = Ipv4Address.of("10.20.0.10");
    private static final Ipv4Address FAR = Ipv4Address.of("10.0.1.10");
    private static final Ipv4Address ROUTER = Ipv4Address.of("10.20.0.1");
    private static final Ipv4Packet LARGE =
            Ipv4Packet.of(HOST, FAR, Ipv4Packet.UDP, Octets.zeros(1480)).withDontFragment(true);

    @Test
    void tellsTheSenderWhatFitsAndWhatDidNot() throws MalformedMessageException {
        Ipv4Packet error = IcmpFragmentationNeeded.about(LARGE, 1436, ROUTER).orElseThrow();
        assertThat(error.source()).isEqualTo(ROUTER);
        assertThat(error.destination()).isEqualTo(HOST);
        // Type 3, code 4; behind checksum and unused octets the MTU.
        assertThat(error.payload().first(2)).isEqualTo(Octets.ofHex("0304"));
        assertThat(error.payload().slice(4, 8)).isEqualTo(Octets.ofHex("0000059c"));
        IcmpFragmentationNeeded read = IcmpFragmentationNeeded.decode(error);
        assertThat(read.nextHopMtu()).isEqualTo(1436);
        assertThat(read.original()).isEqualTo(LARGE.encode().first(28));
    }

    @Test
    void isSilentAboutLaterFragmentsAndAboutErrors() {
        Ipv4Packet fragment =
                new Ipv4Packet(0, 1, true, false, 185, 64, Ipv4Packet.UDP, HOST, FAR, Octets.EMPTY, Octets.zeros(1480));
        Ipv4Packet error = IcmpFragmentationNeeded.about(LARGE, 1436, ROUTER).orElseThrow();
        assertThat(IcmpFragmentationNeeded.about(fragment, 1436, ROUTER)).isEmpty();
        assertThat(IcmpFragmentationNeeded.about(error, 20, ROUTER)).isEmpty();
    }
}
