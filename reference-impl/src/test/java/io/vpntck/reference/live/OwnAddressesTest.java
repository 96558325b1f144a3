package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.0.10, 10.0.1.10, true",
        "198.51.100.10, 10.0.1.10, true",
        "10.20.0.10, 198.51.100.130, false",
        "198.51.100.130, 198.51.100.10, false",
        "10.20.0.10, 127.0.0.1, false",
        "10.20.0.10, 224.0.0.251, false",
        "10.20.0.10, 255.255.255.255, false",
    })
    void aStrayIsBetweenOthers(String source, String destination, boolean stray) throws Exception {
        OwnAddresses own = OwnAddresses.of(List.of(Ipv4Address.of("198.51.100.130")));

        assertThat(own.isStray(Ipv4Packet.of(
                        Ipv4Address.of(source), Ipv4Address.of(destination), Ipv4Packet.ICMP, Octets.EMPTY)))
                .isEqualTo(stray);
    }
}
