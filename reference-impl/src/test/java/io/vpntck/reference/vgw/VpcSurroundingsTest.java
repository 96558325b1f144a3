package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.host.Arrival;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VpcSurroundingsTest {
    private static final Instant NOW = Instant.parse("2018-09-01T00:00:00Z");
    private static final Ipv4Address HOST = Ipv4Address.of("10.0.1.10");
    private static final Ipv4Address ELASTIC = Ipv4Address.of("198.18.55.1");
    private static final Ipv4Packet PACKET =
            Ipv4Packet.of(HOST, Ipv4Address.of("198.18.8.8"), 99, Octets.ofHex("0102"));

    private final VpcSurroundings surroundings = new VpcSurroundings();

    @Test
    void showsTheElasticAddressBeyondAnInternetGatewayAlone() {
        surroundings.giveElastic("vpc-1", HOST, ELASTIC);
        surroundings.arrive("vpc-1", "igw-1", PACKET, NOW);
        surroundings.arrive("vpc-1", "nat-1", PACKET, NOW);

        assertThat(surroundings.arrived("igw-1"))
                .containsExactly(new Arrival(NOW, PACKET.withAddresses(ELASTIC, PACKET.destination())));
        assertThat(surroundings.arrived("nat-1")).containsExactly(new Arrival(NOW, PACKET));
        assertThat(surroundings.hostOf("vpc-1", ELASTIC)).contains(HOST);
        assertThat(surroundings.hostOf("vpc-2", ELASTIC)).isEmpty();
    }

    @Test
    void keepsTheNewestPackets() {
        for (int i = 0; i <= VpcSurroundings.MOST_KEPT; i++) {
            surroundings.arrive("vpc-1", "nat-1", PACKET.withIdentification(i), NOW);
        }

        assertThat(surroundings.arrived("nat-1")).hasSize(VpcSurroundings.MOST_KEPT);
        assertThat(surroundings.arrived("nat-1").get(0).packet().identification())
                .isEqualTo(1);
    }

    @Test
    void withdrawsWhatDirectConnectAnnounced() {
        Ipv4Prefix prefix = Ipv4Prefix.of("172.31.0.0/24");
        String id = surroundings.announce("vpc-1", prefix, true);

        assertThat(surroundings.directConnect("vpc-1")).containsEntry(prefix, id);
        assertThat(surroundings.directConnect("vpc-2")).isEmpty();

        surroundings.announce("vpc-1", prefix, false);
        assertThat(surroundings.directConnect("vpc-1")).isEmpty();
    }
}
