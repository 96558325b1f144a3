package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Loss, duplication, delay and corruption by chance.
 *
 * <p>What befalls a packet follows from the seed and its number alone: the luck of one packet does not depend on how
 * many draws another one took.
 */
public final class SeededDisturbance implements Disturbance {
    /** Makes seeds of neighbouring numbers differ in many bits (the golden ratio, as SplittableRandom takes it). */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private static final int LONGEST_PAYLOAD = 1_500;

    private final long seed;
    private final Rates rates;

    public SeededDisturbance(long seed, Rates rates) {
        this.seed = seed;
        this.rates = rates;
    }

    /**
     * How often each thing happens, 0 to 1.
     *
     * @param jitter the most that a packet is delayed, evenly distributed; packets overtake each other
     */
    public record Rates(double loss, double duplication, double corruption, Duration jitter) {
        public Rates {
            if (!share(loss) || !share(duplication) || !share(corruption) || jitter.isNegative()) {
                throw new IllegalArgumentException("loss " + loss + ", duplication " + duplication + ", corruption "
                        + corruption + " go from 0 to 1, jitter " + jitter + " from 0");
            }
        }

        private static boolean share(double value) {
            return value >= 0 && value <= 1;
        }
    }

    @Override
    public List<PacketEvent> befalls(long number, Ipv4Packet packet) {
        SplittableRandom random = new SplittableRandom(seed ^ number * STEP);
        double loss = random.nextDouble();
        double duplication = random.nextDouble();
        double corruption = random.nextDouble();
        Duration by = micros(random);
        Duration after = micros(random);
        int octet = random.nextInt(LONGEST_PAYLOAD);
        if (loss < rates.loss()) {
            return List.of(new PacketEvent.Lose(number));
        }
        List<PacketEvent> events = new ArrayList<>();
        if (!by.isZero()) {
            events.add(new PacketEvent.Delay(number, by));
        }
        if (corruption < rates.corruption()) {
            events.add(new PacketEvent.Corrupt(number, octet));
        }
        if (duplication < rates.duplication()) {
            events.add(new PacketEvent.Duplicate(number, after));
        }
        return events;
    }

    private Duration micros(SplittableRandom random) {
        long most = rates.jitter().toNanos() / 1_000;
        return Duration.ofNanos(random.nextLong(most + 1) * 1_000);
    }
}
