package io.vpntck.reference.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Conduct;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.NatTraversal;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ikev1.Selectors;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.simulation.SeededEntropy;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic in both directions while both phases are renewed many times, on a way that delays and reorders packets. */
class LongLivedTrafficTest {
    private static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address AWS = Ipv4Address.of("198.51.100.129");
    private static final Instant START = Instant.parse("2018-09-03T08:00:00Z");
    private static final int PERIOD_MS = 20;

    private record Flight(Instant arrival, long order, TunnelEnd to, Ipv4Packet packet) {}

    private final PriorityQueue<Flight> underWay =
            new PriorityQueue<>(Comparator.comparing(Flight::arrival).thenComparing(Flight::order));
    private final Map<String, Integer> delivered = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(11);
    private int pairsUp;
    private int ikeSasUp;
    private long order;
    private TunnelEnd gateway;
    private TunnelEnd aws;

    private static TunnelEnd end(Ikev1Policy.Role role, Ipv4Address local, Ipv4Address remote, int phase1, int phase2) {
        Ikev1Policy policy = new Ikev1Policy(
                role,
                Ikev1Policy.Phase1Mode.MAIN,
                local,
                remote,
                local,
                Optional.empty(),
                Octets.ofUtf8("pre.shared_key"),
                List.of(new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024)),
                List.of(new Phase2Proposal(
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Optional.of(DhGroup.MODP_1024))),
                Duration.ofSeconds(phase1),
                Duration.ofSeconds(phase2),
                List.of(Selectors.ANY),
                Duration.ofSeconds(10),
                3,
                NatTraversal.ON,
                Conduct.proper(role));
        return new TunnelEnd(policy, new SeededEntropy(1, local.toString()));
    }

    private void carry(TunnelEnd from, Step step, Instant now) {
        TunnelEnd to = from == gateway ? aws : gateway;
        for (Ipv4Packet packet : step.out()) {
            Instant arrival = now.plusMillis(5 + random.nextInt(30));
            underWay.add(new Flight(arrival, order++, to, packet));
        }
        step.inner().forEach(inner -> delivered.merge(name(inner), 1, Integer::sum));
        for (Step.Note note : step.notes()) {
            pairsUp += note.kind().equals("sa-pair-up") ? 1 : 0;
            ikeSasUp += note.kind().equals("ike-sa-up") ? 1 : 0;
        }
    }

    private static String name(Ipv4Packet inner) {
        return inner.source() + " " + inner.payload();
    }

    private void moment(Instant now) {
        while (!underWay.isEmpty() && !underWay.peek().arrival().isAfter(now)) {
            Flight flight = underWay.remove();
            carry(flight.to(), flight.to().receive(flight.packet(), now), now);
        }
        for (TunnelEnd end : List.of(gateway, aws)) {
            if (end.wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                carry(end, end.tick(now), now);
            }
        }
    }

    private void send(TunnelEnd end, String source, String destination, int number, Instant now) {
        Octets data = Octets.ofHex(String.format("%08x", number));
        Ipv4Packet inner = Ipv4Packet.of(Ipv4Address.of(source), Ipv4Address.of(destination), 253, data);
        carry(end, end.send(inner), now);
    }

    @ParameterizedTest(name = "AWS side {0} s and {1} s")
    @CsvSource({
        "300,  60, the gateway renews before the AWS side would",
        "276,  55, both renew at about the same moment",
        "150,  30, the AWS side renews before the gateway would",
    })
    void nothingIsLostAndNothingComesTwice(int phase1, int phase2, String why) {
        gateway = end(Ikev1Policy.Role.INITIATOR, GATEWAY, AWS, 300, 60);
        aws = end(Ikev1Policy.Role.RESPONDER, AWS, GATEWAY, phase1, phase2);
        Instant now = START;
        carry(gateway, gateway.initiate(now), now);
        while (!(gateway.isUp() && aws.isUp())) {
            now = now.plusMillis(1);
            moment(now);
        }
        int sent = 0;
        Instant end = now.plusSeconds(600);
        while (now.isBefore(end)) {
            for (int i = 0; i < PERIOD_MS; i++) {
                now = now.plusMillis(1);
                moment(now);
            }
            sent++;
            send(gateway, "10.20.0.10", "10.0.1.10", sent, now);
            send(aws, "10.0.1.10", "10.20.0.10", sent, now);
        }
        for (int i = 0; i < 100; i++) {
            now = now.plusMillis(1);
            moment(now);
        }
        assertThat(delivered).as(why).hasSize(2 * sent);
        assertThat(delivered.values()).as(why).containsOnly(1);
        assertThat(pairsUp).as("pairs, counted at both ends: %s", why).isGreaterThanOrEqualTo(2 * 600 / 60);
        assertThat(ikeSasUp).as("IKE SAs, counted at both ends: %s", why).isGreaterThanOrEqualTo(2 * 2);
    }
}
