package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.simulation.Disturbance;
import io.vpntck.reference.simulation.PacketEvent;
import io.vpntck.reference.simulation.SeededDisturbance;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.testbed.Disorder;
import io.vpntck.steps.testbed.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The outside segment of a simulated world as a {@link Wire}; rules are asked in the order in which they were made. */
final class SimulatedWire implements Wire {
    private final Simulation world;
    private final Segment outside;
    private final Optional<List<String>> replayed;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Octets> injected = new ArrayList<>();

    SimulatedWire(Simulation world, Segment outside) {
        this(world, outside, Optional.empty());
    }

    /** @param replayed what a disorder does to packets in the place of chance, if anything */
    SimulatedWire(Simulation world, Segment outside, Optional<List<String>> replayed) {
        this.world = world;
        this.outside = outside;
        this.replayed = replayed;
        outside.interference(this::pass);
    }

    private Optional<Ipv4Packet> pass(Instant now, Ipv4Packet packet) {
        CapturedPacket seen = new CapturedPacket(now, packet.encode());
        for (Rule rule : rules) {
            if (rule.applies(seen)) {
                return rule.change.apply(seen.packet()).flatMap(SimulatedWire::decoded);
            }
        }
        return Optional.of(packet);
    }

    private static Optional<Ipv4Packet> decoded(Octets octets) {
        try {
            return Optional.of(Ipv4Packet.decode(octets));
        } catch (MalformedMessageException e) {
            // No router passes on what it cannot read.
            return Optional.empty();
        }
    }

    @Override
    public void inject(Octets packet) {
        Ipv4Packet forged =
                decoded(packet).orElseThrow(() -> new IllegalArgumentException("no IPv4 packet: " + packet));
        injected.add(forged.encode());
        synchronized (world) {
            world.forge(outside, forged);
        }
    }

    @Override
    public List<Octets> injected() {
        return List.copyOf(injected);
    }

    @Override
    public void drop(Predicate<CapturedPacket> which, int count) {
        rules.add(new Rule(which, octets -> Optional.empty(), count));
    }

    @Override
    public void alter(Predicate<CapturedPacket> which, UnaryOperator<Octets> change, int count) {
        rules.add(new Rule(which, octets -> Optional.of(change.apply(octets)), count));
    }

    @Override
    public void disorder(Predicate<CapturedPacket> which, Disorder disorder, long seed) {
        SeededDisturbance.Rates rates =
                new SeededDisturbance.Rates(disorder.loss(), disorder.duplication(), 0, disorder.jitter());
        Disturbance byChance = new SeededDisturbance(seed, rates)
                .only(packet -> which.test(new CapturedPacket(world.now(), packet.encode())));
        outside.disturb(replayed.map(list ->
                        Disturbance.of(list.stream().map(PacketEvent::parse).toList()))
                .orElse(byChance));
    }

    @Override
    public void heal() {
        rules.clear();
        outside.disturb(Disturbance.NONE);
    }

    /** What happens to some packets, a number of times or always. */
    private static final class Rule {
        private final Predicate<CapturedPacket> which;
        private final Function<Octets, Optional<Octets>> change;
        private final boolean always;
        private int left;

        Rule(Predicate<CapturedPacket> which, Function<Octets, Optional<Octets>> change, int count) {
            this.which = which;
            this.change = change;
            this.always = count <= 0;
            this.left = count;
        }

        boolean applies(CapturedPacket packet) {
            if (!always && left == 0 || !which.test(packet)) {
                return false;
            }
            left--;
            return true;
        }
    }
}
