package io.vpntck.reference.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final Ipv4Packet PACKET =
            Ipv4Packet.of(Ipv4Address.of("10.0.0.1"), Ipv4Address.of("10.0.0.2"), Ipv4Packet.UDP, Octets.EMPTY);

    @Test
    void keepsWhatBothWantDoneInOrder() {
        Step both = Step.out(PACKET)
                .and(Step.dropped(DropReason.REPLAY, PACKET, "seen"))
                .and(Step.back(PACKET))
                .and(Step.inner(PACKET))
                .and(Step.note("up", "now"));
        assertThat(both.out()).containsExactly(PACKET);
        assertThat(both.back()).containsExactly(PACKET);
        assertThat(both.inner()).containsExactly(PACKET);
        assertThat(both.notes()).containsExactly(new Step.Note("up", "now"));
        assertThat(both.drops())
                .containsExactly(new Step.Drop(DropReason.REPLAY, "10.0.0.1 to 10.0.0.2, protocol 17: seen"));
    }
}
