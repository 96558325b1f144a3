package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;

class IcmpTimeExceededTest {
    private static final Ipv4Address HOST = Ipv4Address.of("10.20.0.10");
    private static final Ipv4Address ROUTER = Ipv4Address.of("169.254.1.1");
    private static final Ipv4Packet DROPPED =
            Ipv4Packet.of(HOST, Ipv4Address.of("10.30.0.10"), Ipv4Packet.UDP, Octets.zeros(100));

    @Test
    void tellsTheSenderWhatWasDropped() throws MalformedMessageException {
        Ipv4Packet error = IcmpTimeExceeded.about(DROPPED, ROUTER).orElseThrow();
        assertThat(error.source()).isEqualTo(ROUTER);
        assertThat(error.destination()).isEqualTo(HOST);
        // Type 11, code 0; the checksum of zeros and the header is behind it, then four unused octets.
        assertThat(error.payload().first(2)).isEqualTo(Octets.ofHex("0b00"));
        assertThat(error.payload().slice(4, 8)).isEqualTo(Octets.ofHex("00000000"));
        assertThat(IcmpTimeExceeded.decode(error).original())
                .isEqualTo(DROPPED.encode().first(28));
    }

    @Test
    void tellsNobodyOfAnError() {
        Ipv4Packet error = IcmpTimeExceeded.about(DROPPED, ROUTER).orElseThrow();
        assertThat(IcmpTimeExceeded.about(error, ROUTER)).isEmpty();
    }

    @Test
    void refusesOtherMessages() {
        Ipv4Packet other = IcmpFragmentationNeeded.about(DROPPED, 1_400, ROUTER).orElseThrow();
        assertThatThrownBy(() -> IcmpTimeExceeded.decode(other))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("type 3 code 4");
    }
}
