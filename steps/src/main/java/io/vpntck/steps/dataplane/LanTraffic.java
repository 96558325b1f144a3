package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** Pings from the LAN host to the host in the VPC over a longer time: how many were answered in each part of it. */
public final class LanTraffic {
    static final int EACH_SECOND = 5;
    static final Duration INTERVAL = Duration.ofMillis(200);
    /** Answers under way when something changes still arrive. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private final Map<String, Integer> answered = new LinkedHashMap<>();
    private LanHost.Ping ping;
    private Instant begun;

    public LanTraffic(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    void begin(int count) {
        begun = world.testbed().now();
        ping = world.testbed().gateway().lanHost().ping(Ipv4Address.of(world.vpcHost()), count, INTERVAL);
    }

    /** Lets a part of the time go by, after a change has taken effect. */
    void part(String name, Duration time) {
        world.testbed().pass(UNDER_WAY);
        int before = ping.received();
        world.testbed().pass(time);
        answered.put(name, ping.received() - before);
    }

    /** A part that lasts until an answer comes; it begins with {@code change}. */
    boolean partUntilAnswered(String name, Runnable change, Duration limit) {
        int before = ping.received();
        change.run();
        boolean restored = world.testbed().await(limit, () -> ping.received() > before);
        answered.put(name, ping.received() - before);
        return restored;
    }

    void end() {
        ping.stop();
    }

    void pings(int count) {
        begin(count);
        world.testbed().await(Duration.ofSeconds(60), ping::finished);
    }

    /** By the names of the parts, in order. */
    Map<String, Integer> answered() {
        return answered;
    }

    /** That these many pings were answered, each as ESP of one of the tunnels of this connection. */
    void assertAllCameBackThrough(int count, VpnConnection connection) {
        assertThat(ping.received()).as("pings answered").isEqualTo(count);
        List<Ipv4Address> outside = Configuration.of(connection).outsideAddresses().stream()
                .map(Ipv4Address::of)
                .toList();
        List<ObservedPacket.Esp> esp = tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(packet -> !packet.time().isBefore(begun))
                .filter(this::isEcho)
                .toList();
        assertThat(esp)
                .as("echo requests and replies in ESP")
                .hasSizeGreaterThanOrEqualTo(2 * count)
                .allMatch(packet -> outside.contains(packet.source()) || outside.contains(packet.destination()));
    }

    private boolean isEcho(ObservedPacket.Esp packet) {
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        return packet.inner()
                .filter(inner -> inner.protocol() == Ipv4Packet.ICMP)
                .filter(inner ->
                        inner.source().equals(host) || inner.destination().equals(host))
                .isPresent();
    }
}
