package io.vpntck.reference.simulation;

import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.host.Host;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A {@link Host} as a node of a segment. */
public final class SimulatedHost implements IpNode {
    private final Host host;
    private final String link;

    public SimulatedHost(Ipv4Address address, String link) {
        this.host = new Host(address);
        this.link = link;
    }

    public Ipv4Address address() {
        return host.address();
    }

    public Host host() {
        return host;
    }

    /** Begins a row of echo requests with so many octets of data, DF clear; the first is due at once. */
    public EchoRun ping(Ipv4Address destination, int count, Duration interval, int dataLength, Instant now) {
        return host.ping(destination, count, interval, dataLength, now);
    }

    @Override
    public List<Emission> receive(String from, Ipv4Packet packet, Instant now) {
        return emissions(host.receive(packet, now));
    }

    @Override
    public List<Emission> tick(Instant now) {
        return emissions(host.tick(now));
    }

    private List<Emission> emissions(List<Ipv4Packet> packets) {
        return packets.stream().map(packet -> new Emission(link, packet)).toList();
    }

    @Override
    public Optional<Instant> wakeAt() {
        return host.wakeAt();
    }
}
