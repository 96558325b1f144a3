package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventLogTest {

    @Test
    void keepsTheNewestEventsAndCountsAll() {
        EventLog log = new EventLog();
        for (int i = 0; i < 10_003; i++) {
            log.dropped(Instant.EPOCH, DropReason.MALFORMED, "packet " + i);
        }
        assertThat(log.events()).hasSize(10_000);
        assertThat(log.events().get(0).detail()).isEqualTo("packet 3");
        assertThat(log.events().get(9_999).detail()).isEqualTo("packet 10002");
        assertThat(log.drops()).containsEntry(DropReason.MALFORMED, 10_003L);
    }
}
