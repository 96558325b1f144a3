package io.vpntck.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.tcp.TcpEndpoint.TcpKey;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TcpTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Octets text(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        return Octets.filled(length, random::nextBytes);
    }

    private static TcpSegment segment(Ipv4Packet packet) {
        try {
            return TcpSegment.decode(packet);
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void threeSegmentsOpenAConnection() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpKey key = ends.a.tcp.connect(TwoEnds.B, TwoEnds.PORT);
        ends.run(MINUTE);
        assertThat(ends.carried)
                .extracting(packet -> segment(packet).flags())
                .containsExactly(TcpSegment.SYN, TcpSegment.SYN | TcpSegment.ACK, TcpSegment.ACK);
        assertThat(ends.carried).allMatch(packet -> packet.timeToLive() == 255 && packet.dontFragment());
        assertThat(ends.a.news).containsExactly(new TcpEndpoint.News(key, new TcpEvent.Connected()));
        assertThat(ends.b.told(TcpEvent.Connected.class)).hasSize(1);
    }

    @Property(tries = 300)
    void allOctetsArriveInOrderWhateverTheNetworkDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 40_000) int there,
            @ForAll @IntRange(max = 40_000) int back) {
        TwoEnds ends = new TwoEnds(seed, 0);
        TcpKey key = ends.a.tcp.connect(TwoEnds.B, TwoEnds.PORT);
        ends.run(MINUTE);
        ends.trouble(0.15);
        Octets sent = text(seed, there);
        Octets answered = text(~seed, back);
        ends.take(ends.a, ends.a.tcp.send(key, sent, ends.now));
        ends.take(ends.b, ends.b.tcp.send(ends.b.connection(), answered, ends.now));
        ends.take(ends.a, ends.a.tcp.close(key, ends.now));
        ends.run(Duration.ofHours(3));
        ends.take(ends.b, ends.b.tcp.close(ends.b.connection(), ends.now));
        ends.run(Duration.ofHours(1));
        assertThat(ends.b.received()).isEqualTo(sent);
        assertThat(ends.a.received()).isEqualTo(answered);
        assertThat(ends.a.told(TcpEvent.PeerClosed.class)).hasSize(1);
        assertThat(ends.b.told(TcpEvent.PeerClosed.class)).hasSize(1);
        assertThat(ends.a.told(TcpEvent.Closed.class)).containsExactly(new TcpEvent.Closed("closed by both ends"));
        assertThat(ends.b.told(TcpEvent.Closed.class)).hasSize(1);
        assertThat(ends.a.tcp.wakeAt()).isEmpty();
    }

    @Test
    void aClosedPortRefuses() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpKey key = ends.a.tcp.connect(TwoEnds.B, 80);
        ends.run(MINUTE);
        assertThat(ends.a.news).containsExactly(new TcpEndpoint.News(key, new TcpEvent.Closed("refused")));
    }

    @Test
    void bothEndsMayCallAtOnce() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpConnection a = TcpConnection.active(179, 180, 100);
        TcpConnection b = TcpConnection.active(180, 179, 0xfffffff0);
        TcpSegment synOfA = a.tick(ends.now).segments().get(0);
        TcpSegment synOfB = b.tick(ends.now).segments().get(0);
        TcpSegment answerOfA = a.receive(synOfB, ends.now).segments().get(0);
        TcpSegment answerOfB = b.receive(synOfA, ends.now).segments().get(0);
        assertThat(answerOfA.flags()).isEqualTo(TcpSegment.SYN | TcpSegment.ACK);
        a.receive(answerOfB, ends.now);
        b.receive(answerOfA, ends.now);
        assertThat(a.isEstablished()).isTrue();
        assertThat(b.isEstablished()).isTrue();
    }

    @Test
    void onlyTheNumberExpectedNextResets() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpKey key = ends.a.tcp.connect(TwoEnds.B, TwoEnds.PORT);
        ends.run(MINUTE);
        TcpSegment last = segment(ends.carried.get(2));
        int sent = ends.carried.size();
        for (int sequence : new int[] {last.sequence() + 1, last.sequence() - 1, last.sequence() + 70_000}) {
            ends.take(ends.b, ends.b.tcp.receive(forged(key, sequence, TcpSegment.RST), ends.now));
        }
        assertThat(ends.b.told(TcpEvent.Closed.class)).isEmpty();
        assertThat(ends.carried)
                .as("one challenge, for the RST within the window")
                .hasSize(sent + 1);
        ends.take(ends.b, ends.b.tcp.receive(forged(key, last.sequence(), TcpSegment.RST), ends.now));
        assertThat(ends.b.told(TcpEvent.Closed.class)).containsExactly(new TcpEvent.Closed("reset by the peer"));
    }

    private static Ipv4Packet forged(TcpKey key, int sequence, int flags) {
        return forged(
                key,
                new TcpSegment(key.localPort(), key.remotePort(), sequence, 0, flags, 0, Octets.EMPTY, Octets.EMPTY));
    }

    private static Ipv4Packet forged(TcpKey key, TcpSegment segment) {
        return Ipv4Packet.of(TwoEnds.A, TwoEnds.B, Ipv4Packet.TCP, segment.encode(TwoEnds.A, TwoEnds.B));
    }

    @Test
    void aSynInMidConnectionIsChallenged() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpKey key = ends.a.tcp.connect(TwoEnds.B, TwoEnds.PORT);
        ends.run(MINUTE);
        int expected = segment(ends.carried.get(2)).sequence();
        TcpEndpoint.Outcome outcome = ends.b.tcp.receive(forged(key, expected, TcpSegment.SYN), ends.now);
        assertThat(outcome.news()).isEmpty();
        assertThat(outcome.packets())
                .extracting(packet -> segment(packet).flags())
                .containsExactly(TcpSegment.ACK);
    }

    @Test
    void aClosedWindowIsProbedUntilItOpens() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpConnection connection = TcpConnection.active(1000, 179, 0);
        connection.tick(ends.now);
        connection.receive(answer(1, 9, TcpSegment.SYN | TcpSegment.ACK, 0), ends.now);
        assertThat(connection.send(text(1, 10), ends.now).segments()).isEmpty();
        for (int i = 0; i < 10; i++) {
            ends.now = connection.wakeAt().orElseThrow();
            List<TcpSegment> probes = connection.tick(ends.now).segments();
            assertThat(probes)
                    .extracting(TcpSegment::data)
                    .containsExactly(text(1, 10).first(1));
            connection.receive(answer(1, 10, TcpSegment.ACK, 0), ends.now);
        }
        List<TcpSegment> rest = connection
                .receive(answer(1, 10, TcpSegment.ACK, 1_000), ends.now)
                .segments();
        ends.now = connection.wakeAt().orElseThrow();
        List<TcpSegment> again = connection.tick(ends.now).segments();
        Octets all = Octets.concat(rest.stream().map(TcpSegment::data).toArray(Octets[]::new));
        assertThat(again.get(0).sequence()).isEqualTo(1);
        assertThat(
                        all.isEmpty()
                                ? again.get(0).data()
                                : Octets.concat(text(1, 10).first(1), all))
                .isEqualTo(text(1, 10));
    }

    private static TcpSegment answer(int acknowledgment, int sequence, int flags, int window) {
        return new TcpSegment(179, 1000, sequence, acknowledgment, flags, window, Octets.EMPTY, Octets.EMPTY);
    }

    @Test
    void segmentsAreNoLargerThanThePeerAndThePathTake() {
        TwoEnds ends = new TwoEnds(1, 0);
        TcpConnection connection = TcpConnection.active(1000, 179, 0);
        connection.tick(ends.now);
        connection.receive(
                new TcpSegment(
                        179,
                        1000,
                        9,
                        1,
                        TcpSegment.SYN | TcpSegment.ACK,
                        60_000,
                        TcpSegment.maximumSegmentSize(900),
                        Octets.EMPTY),
                ends.now);
        assertThat(connection.send(text(1, 5_000), ends.now).segments())
                .extracting(segment -> segment.data().length())
                .allMatch(length -> length == 900);
        assertThat(connection.refused(640, ends.now).segments())
                .extracting(segment -> segment.data().length())
                .allMatch(length -> length == 600)
                .isNotEmpty();
    }

    @Test
    void aSilentPeerIsGivenUp() {
        TwoEnds ends = new TwoEnds(1, 1);
        ends.a.tcp.connect(TwoEnds.B, TwoEnds.PORT);
        ends.run(Duration.ofMinutes(2));
        assertThat(ends.a.news).as("news before three minutes are over").isEmpty();
        ends.run(Duration.ofMinutes(3));
        assertThat(ends.a.told(TcpEvent.Closed.class)).hasSize(1);
        assertThat(ends.carried)
                .allMatch(packet -> segment(packet).flags() == TcpSegment.SYN)
                .hasSizeBetween(6, 10);
    }
}
