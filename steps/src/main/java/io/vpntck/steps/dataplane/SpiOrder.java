package io.vpntck.steps.dataplane;

import io.vpntck.steps.capture.ObservedPacket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The order in which one sender uses the SPIs of one tunnel, and the sequence numbers under each. */
final class SpiOrder {
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private SpiOrder() {}

    /**
     * What is wrong with the packets of one sender, a line each.
     *
     * @param sent in the order of the capture
     * @param made when each pair of SAs was there, in order
     */
    static List<String> breaches(List<ObservedPacket.Esp> sent, List<Instant> made) {
        List<String> breaches = new ArrayList<>();
        List<Integer> spis = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (ObservedPacket.Esp packet : sent) {
            int index = spis.indexOf(packet.spi());
            if (index < 0) {
                index = spis.size();
                spis.add(packet.spi());
                numbers.add(0L);
            }
            if (packet.sequence() != numbers.get(index) + 1) {
                breaches.add("%s: SPI %08x has number %d after %d"
                        .formatted(packet.time(), packet.spi(), packet.sequence(), numbers.get(index)));
            }
            numbers.set(index, packet.sequence());
            if (index + 1 < made.size()
                    && packet.time().isAfter(made.get(index + 1).plus(UNDER_WAY))) {
                breaches.add("%s: SPI %08x is still used, though the next pair was made at %s"
                        .formatted(packet.time(), packet.spi(), made.get(index + 1)));
            }
        }
        if (spis.size() < 2) {
            breaches.add("never went over to another SPI: " + spis.size() + " in all");
        }
        return breaches;
    }
}
