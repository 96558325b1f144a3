package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.esp.OutboundSa;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.tunnel.Step;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of two connections whose tunnels are down, by a right AWS side and by those with faults. */
class TunnelReportsTest {
    private static final Instant NOW = Instant.parse("2018-09-03T08:00:00Z");
    private static final Ipv4Packet INNER =
            Ipv4Packet.of(Ipv4Address.of("10.20.0.10"), Ipv4Address.of("10.0.1.10"), Ipv4Packet.UDP, Octets.zeros(280));
    private static final Step TAKEN = new Step(List.of(INNER), List.of(), List.of(), List.of(), List.of());
    private static final Ipv4Prefix ROUTE_1 = Ipv4Prefix.of("192.168.10.0/24");
    private static final Ipv4Prefix ROUTE_2 = Ipv4Prefix.of("192.168.11.0/24");

    private final List<String> told = new ArrayList<>();

    private final class Recorder implements TunnelMeter, TunnelTelemetry {
        @Override
        public void state(TunnelEndpoint tunnel, boolean up, Instant now) {
            told.add("state of " + name(tunnel) + " " + up);
        }

        @Override
        public void received(TunnelEndpoint tunnel, int octets, Instant now) {
            told.add(octets + " from " + name(tunnel));
        }

        @Override
        public void sent(TunnelEndpoint tunnel, int octets, Instant now) {
            told.add(octets + " to " + name(tunnel));
        }

        @Override
        public void report(Ipv4Address address, boolean up, String message, int routes, Instant now) {
            told.add("%s: %s, %d routes, %s".formatted(address, message, routes, now));
        }

        @Override
        public void learned(Ipv4Address address, List<Ipv4Prefix> prefixes) {
            told.add(address + " has learned " + prefixes);
        }

        private static String name(TunnelEndpoint tunnel) {
            return tunnel.connectionId() + "/" + tunnel.index();
        }
    }

    /** Connections vpn-1 and vpn-2, their tunnels at 198.51.100.129 and on. */
    private final class AwsEnd {
        final AwsTunnels tunnels;
        final TunnelReports reports;

        AwsEnd(AwsSideFault... faults) {
            Set<AwsSideFault> all = Set.of(faults);
            tunnels = new AwsTunnels(Octets::zeros, all);
            tunnels.follow(List.of(endpoint(1, 1), endpoint(1, 2), endpoint(2, 1), endpoint(2, 2)));
            Recorder recorder = new Recorder();
            reports = new TunnelReports(recorder, recorder, new EventLog(), new TelemetryMisbehaviour(tunnels, all));
        }

        AwsTunnel tunnel(int connection, int index) {
            return tunnels.at(address(connection, index)).orElseThrow();
        }
    }

    private static Ipv4Address address(int connection, int index) {
        return Ipv4Address.of("198.51.100." + (126 + 2 * connection + index));
    }

    private static TunnelEndpoint endpoint(int connection, int index) {
        return new TunnelEndpoint(
                "vpn-" + connection,
                Category.AWS_VPN,
                index,
                address(connection, index),
                Ipv4Address.of("198.51.100." + connection),
                "psk.tunnel." + index,
                Ipv4Prefix.of("169.254." + connection + "." + (4 * index - 4) + "/30"),
                true,
                List.of(Ipv4Prefix.of("10.20.0.0/16")),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void theOctetsAreThoseOfTheInnerPacket() {
        AwsEnd aws = new AwsEnd();
        aws.reports.received(aws.tunnel(2, 1), INNER, NOW);
        aws.reports.sent(aws.tunnel(1, 2), INNER, TAKEN, NOW);
        assertThat(told).containsExactly("300 from vpn-2/1", "300 to vpn-1/2");
    }

    @Test
    void whatTheTunnelDidNotTakeIsNotCounted() {
        AwsEnd aws = new AwsEnd();
        aws.reports.sent(aws.tunnel(1, 1), INNER, Step.NOTHING, NOW);
        assertThat(told).isEmpty();
    }

    @Test
    void aStateThatIsAsBeforeIsNotToldAgain() {
        AwsEnd aws = new AwsEnd();
        assertThat(aws.reports.state(aws.tunnel(1, 1), NOW)).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void routesAreToldByTheirPrefixesAndTheirNumber() {
        AwsEnd aws = new AwsEnd();
        aws.tunnel(1, 2).accepted().addAll(List.of(ROUTE_1, ROUTE_2));
        aws.reports.routes(aws.tunnel(1, 2), NOW);
        assertThat(told)
                .containsExactly(
                        "198.51.100.130 has learned [192.168.10.0/24, 192.168.11.0/24]",
                        "198.51.100.130: IPSEC IS DOWN, 2 routes, 2018-09-03T08:00:00Z");
    }

    @Test
    void oneMayCountForTheFirstConnection() {
        AwsEnd aws = new AwsEnd(AwsSideFault.COUNTS_FOR_FIRST_CONNECTION);
        aws.reports.received(aws.tunnel(2, 1), INNER, NOW);
        aws.reports.sent(aws.tunnel(2, 2), INNER, TAKEN, NOW);
        aws.reports.received(aws.tunnel(1, 2), INNER, NOW);
        assertThat(told).containsExactly("300 from vpn-1/1", "300 to vpn-1/2", "300 from vpn-1/2");
    }

    @Test
    void oneMayCountWhatItSendsTwice() {
        AwsEnd aws = new AwsEnd(AwsSideFault.COUNTS_SENT_AS_RECEIVED);
        aws.reports.sent(aws.tunnel(1, 1), INNER, TAKEN, NOW);
        aws.reports.sent(aws.tunnel(1, 1), INNER, Step.NOTHING, NOW);
        assertThat(told).containsExactly("300 to vpn-1/1", "300 from vpn-1/1");
    }

    @Test
    void oneMayKeepTheLastCountThatWasNotNone() {
        AwsEnd aws = new AwsEnd(AwsSideFault.KEEPS_ACCEPTED_COUNT);
        Set<Ipv4Prefix> accepted = aws.tunnel(1, 1).accepted();
        accepted.addAll(List.of(ROUTE_1, ROUTE_2));
        aws.reports.count(aws.tunnel(1, 1), NOW);
        accepted.remove(ROUTE_2);
        aws.reports.count(aws.tunnel(1, 1), NOW);
        accepted.clear();
        aws.reports.count(aws.tunnel(1, 1), NOW);
        aws.reports.count(aws.tunnel(1, 2), NOW);
        assertThat(told)
                .containsExactly(
                        "198.51.100.129: IPSEC IS DOWN, 2 routes, 2018-09-03T08:00:00Z",
                        "198.51.100.129: IPSEC IS DOWN, 1 routes, 2018-09-03T08:00:00Z",
                        "198.51.100.129: IPSEC IS DOWN, 1 routes, 2018-09-03T08:00:00Z",
                        "198.51.100.130: IPSEC IS DOWN, 0 routes, 2018-09-03T08:00:00Z");
    }

    @Test
    void oneMayDateChangesEarly() {
        AwsEnd aws = new AwsEnd(AwsSideFault.PREDATES_CHANGES);
        aws.reports.count(aws.tunnel(1, 1), NOW);
        assertThat(told).containsExactly("198.51.100.129: IPSEC IS DOWN, 0 routes, 2018-09-03T07:59:30Z");
    }

    private static final EspKeys KEYS = new EspKeys(
            0x1001,
            EncryptionAlgorithm.AES_128_CBC,
            IntegrityAlgorithm.HMAC_SHA1_96,
            Octets.ofHex("000102030405060708090a0b0c0d0e0f"),
            Octets.ofHex("000102030405060708090a0b0c0d0e0f10111213"));

    private static EspPacket esp() throws MalformedMessageException {
        return EspPacket.decode(
                new OutboundSa(KEYS, Octets::zeros).protect(INNER).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_ICV", "REPLAY", "UNKNOWN_SPI"})
    void whatIsDroppedIsNotCountedButByOneWithAFault(DropReason reason) throws MalformedMessageException {
        AwsEnd right = new AwsEnd();
        assertThat(right.tunnel(1, 1).esp().despite(reason, esp(), KEYS)).isEmpty();
        right.reports.dropped(right.tunnel(1, 1), NOW);
        assertThat(told).isEmpty();

        AwsEnd wrong = new AwsEnd(AwsSideFault.COUNTS_DROPPED_PACKETS);
        assertThat(wrong.tunnel(1, 1).esp().despite(reason, esp(), KEYS)).isEmpty();
        wrong.reports.dropped(wrong.tunnel(1, 1), NOW);
        wrong.reports.dropped(wrong.tunnel(1, 1), NOW);
        assertThat(told).containsExactly("300 from vpn-1/1");
    }
}
