package io.vpntck.steps.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Octets as they were sent, whatever segments they were captured in. */
class TcpStreamTest {
    private static TcpSegment segment(int sequence, int flags, Octets data) {
        return new TcpSegment(40_000, 179, sequence, 1, flags, 65_535, Octets.EMPTY, data);
    }

    private static Octets octets(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return Octets.of(bytes);
    }

    @Property
    void theStreamIsWholeHoweverItWasCut(
            @ForAll long seed, @ForAll int initial, @ForAll @IntRange(min = 1, max = 600) int length) {
        Random random = new Random(seed);
        Octets sent = octets(length);
        List<TcpSegment> segments = new ArrayList<>();
        for (int at = 0; at < length; ) {
            int size = Math.min(length - at, 1 + random.nextInt(100));
            segments.add(segment(initial + 1 + at, TcpSegment.ACK, sent.slice(at, at + size)));
            at += size;
        }
        for (int again = random.nextInt(8); again > 0; again--) {
            int at = random.nextInt(length);
            int size = 1 + random.nextInt(length - at);
            segments.add(segment(initial + 1 + at, TcpSegment.ACK, sent.slice(at, at + size)));
        }
        Collections.shuffle(segments, random);
        TcpStream stream = new TcpStream();
        stream.add(segment(initial, TcpSegment.SYN, Octets.EMPTY));
        Octets got = Octets.EMPTY;
        for (TcpSegment segment : segments) {
            got = Octets.concat(got, stream.add(segment));
        }
        assertThat(got).isEqualTo(sent);
    }

    @Test
    void aLongerCopyOfWhatWaitsIsNotForgotten() {
        Octets sent = octets(30);
        TcpStream stream = new TcpStream();
        stream.add(segment(100, TcpSegment.SYN, Octets.EMPTY));
        assertThat(stream.add(segment(111, TcpSegment.ACK, sent.slice(10, 15)))).isEqualTo(Octets.EMPTY);
        assertThat(stream.add(segment(111, TcpSegment.ACK, sent.slice(10, 30)))).isEqualTo(Octets.EMPTY);
        assertThat(stream.add(segment(101, TcpSegment.ACK, sent.slice(0, 10)))).isEqualTo(sent);
    }

    @Test
    void nothingIsReadOfAConnectionWhoseBeginningWasNotSeen() {
        assertThat(new TcpStream().add(segment(101, TcpSegment.ACK, octets(10))))
                .isEqualTo(Octets.EMPTY);
    }
}
