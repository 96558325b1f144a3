package io.vpntck.reference.cgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalNetworksTest {
    private static List<Ipv4Prefix> networks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Ipv4Prefix(Ipv4Address.of("172.16.0.0").plus(i * 256), 24))
                .toList();
    }

    @Test
    void aHundredAreAnnouncedOneByOne() {
        assertThat(LocalNetworks.announced(networks(100), Set.of())).isEqualTo(networks(100));
    }

    @Test
    void theDefaultRouteStandsForMore() {
        assertThat(LocalNetworks.announced(networks(101), Set.of())).containsExactly(Ipv4Prefix.of("0.0.0.0/0"));
    }

    @Test
    void aFaultAnnouncesEach() {
        assertThat(LocalNetworks.announced(networks(101), Set.of(GatewayFault.ANNOUNCES_EVERY_NETWORK)))
                .hasSize(101);
    }
}
