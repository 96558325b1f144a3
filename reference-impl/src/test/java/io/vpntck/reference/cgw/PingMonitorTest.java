package io.vpntck.reference.cgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PingMonitorTest {
    private static final Ipv4Address OWN = Ipv4Address.of("169.254.10.2");
    private static final Ipv4Address OTHER = Ipv4Address.of("169.254.10.1");
    private static final Instant BEGUN = Instant.parse("2018-09-03T08:00:00Z");

    private final PingMonitor monitor = new PingMonitor(OWN, OTHER);

    private static Instant at(int millis) {
        return BEGUN.plusMillis(millis);
    }

    private Ipv4Packet asks(int millis) {
        return monitor.tick(at(millis)).orElseThrow();
    }

    private void answer(Ipv4Packet question) {
        monitor.hears(IcmpEcho.answerTo(question).orElseThrow());
    }

    @Test
    void asksNothingBeforeTheTunnelIsUp() {
        assertThat(monitor.wakeAt()).isEmpty();
        assertThat(monitor.tick(BEGUN)).isEmpty();
        assertThat(monitor.answers()).isTrue();
    }

    @Test
    void asksEveryFiveSeconds() {
        monitor.begin(BEGUN);
        Ipv4Packet first = asks(0);
        assertThat(first.source()).isEqualTo(OWN);
        assertThat(first.destination()).isEqualTo(OTHER);
        answer(first);
        assertThat(monitor.wakeAt()).contains(at(5_000));
        assertThat(monitor.tick(at(4_999))).isEmpty();
        answer(asks(5_000));
        assertThat(monitor.answers()).isTrue();
    }

    @Test
    void givesUpAfterASecondAndTrustsTheNextAnswer() {
        monitor.begin(BEGUN);
        Ipv4Packet first = asks(0);
        assertThat(monitor.wakeAt()).contains(at(1_000));
        assertThat(monitor.tick(at(1_000))).isEmpty();
        assertThat(monitor.answers()).isFalse();
        Ipv4Packet second = asks(5_000);
        answer(first);
        assertThat(monitor.answers()).as("after the late answer to the first").isFalse();
        answer(second);
        assertThat(monitor.answers()).isTrue();
    }

    @Test
    void beginsAnewWithTheTunnel() {
        monitor.begin(BEGUN);
        asks(0);
        monitor.tick(at(1_000));
        monitor.end();
        assertThat(monitor.wakeAt()).isEmpty();
        monitor.begin(at(9_000));
        assertThat(monitor.answers()).isTrue();
        assertThat(monitor.wakeAt()).contains(at(9_000));
    }
}
