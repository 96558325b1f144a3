package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pings of the LAN host at a steady pace over a longer time, and what happened in it. */
public final class SteadyTraffic {
    /** For the answers under way at the end. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final World world;
    private final List<LanHost.Ping> pings = new ArrayList<>();
    private Instant begun;

    public SteadyTraffic(World world) {
        this.world = world;
    }

    /** When the time that is observed began. */
    Instant begun() {
        if (begun == null) {
            throw new IllegalStateException("no time was let go by yet");
        }
        return begun;
    }

    /** Notes that what is observed begins now. */
    void mark() {
        begun = world.testbed().now();
    }

    /** Lets time go by while the LAN host pings these. */
    void during(Duration time, Duration interval, List<Ipv4Address> destinations) {
        mark();
        LanHost host = world.testbed().gateway().lanHost();
        int count = (int) (time.toMillis() / interval.toMillis());
        destinations.forEach(destination -> pings.add(host.ping(destination, count, interval)));
        world.testbed().pass(time);
        pings.forEach(LanHost.Ping::stop);
        world.testbed().pass(LAST_ANSWERS);
    }

    Ipv4Address vpcHost() {
        return Ipv4Address.of(world.vpcHost());
    }

    int sent() {
        return pings.stream().mapToInt(LanHost.Ping::sent).sum();
    }

    int received() {
        return pings.stream().mapToInt(LanHost.Ping::received).sum();
    }
}
