package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VpnTunnelTest {
    private static final Instant CREATED = Instant.parse("2018-09-01T00:00:00Z");

    private final VpnTunnel tunnel =
            new VpnTunnel(Ipv4Address.of("198.18.0.1"), "key", Ipv4Prefix.of("169.254.10.0/30"), CREATED);

    @Test
    void theLastChangeIsThatOfTheStatusAlone() {
        assertThat(tunnel.lastChange()).isEqualTo(CREATED);
        assertThat(tunnel.lastReport()).isEqualTo(CREATED);
        tunnel.report(true, "IPSEC IS UP", 0, CREATED.plusSeconds(10));
        tunnel.report(true, "IPSEC IS UP", 3, CREATED.plusSeconds(20));
        assertThat(tunnel.lastChange()).isEqualTo(CREATED.plusSeconds(10));
        assertThat(tunnel.acceptedRoutes()).isEqualTo(3);
        tunnel.report(false, "IPSEC IS DOWN", 0, CREATED.plusSeconds(30));
        tunnel.report(false, "IPSEC IS DOWN", 0, CREATED.plusSeconds(60));
        assertThat(tunnel.lastChange()).isEqualTo(CREATED.plusSeconds(30));
        assertThat(tunnel.lastReport()).isEqualTo(CREATED.plusSeconds(60));
    }

    @Test
    void hasBeenUpForGood() {
        assertThat(tunnel.hasBeenUp()).isFalse();
        tunnel.report(true, "IPSEC IS UP", 0, CREATED);
        tunnel.report(false, "IPSEC IS DOWN", 0, CREATED);
        assertThat(tunnel.hasBeenUp()).isTrue();
        assertThat(tunnel.up()).isFalse();
    }
}
