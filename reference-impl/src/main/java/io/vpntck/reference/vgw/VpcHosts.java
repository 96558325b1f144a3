package io.vpntck.reference.vgw;

import io.vpntck.reference.host.Arrival;
import io.vpntck.reference.host.Host;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hosts of an account's VPCs: they answer by themselves, and send when the lab says so. */
final class VpcHosts {
    private static final int ECHO_DATA = 32;

    private final Map<String, Map<Ipv4Address, Host>> hosts = new LinkedHashMap<>();

    /** A packet that a host of a VPC sends. */
    record Sent(String vpcId, Ipv4Packet packet) {}

    void add(String vpcId, Ipv4Address address) {
        hosts.computeIfAbsent(vpcId, id -> new LinkedHashMap<>()).putIfAbsent(address, new Host(address));
    }

    /** Of all VPCs. */
    List<Ipv4Address> addresses() {
        return hosts.values().stream().flatMap(of -> of.keySet().stream()).toList();
    }

    boolean has(String vpcId, Ipv4Address address) {
        return hosts.getOrDefault(vpcId, Map.of()).containsKey(address);
    }

    /** @throws IllegalArgumentException when nobody has put it there */
    private Host get(String vpcId, Ipv4Address address) {
        return Optional.ofNullable(hosts.getOrDefault(vpcId, Map.of()).get(address))
                .orElseThrow(() -> new IllegalArgumentException("there is no host " + address + " in " + vpcId));
    }

    void ping(String vpcId, Ipv4Address source, Ipv4Address destination, int count, Duration interval, Instant now) {
        get(vpcId, source).ping(destination, count, interval, ECHO_DATA, now);
    }

    void send(String vpcId, Ipv4Packet packet) {
        get(vpcId, packet.source()).send(packet);
    }

    /** The first host of a VPC. */
    Ipv4Address any(String vpcId) {
        return hosts.getOrDefault(vpcId, Map.of()).keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no host in " + vpcId));
    }

    void serve(String vpcId, Ipv4Address address, int port, long octets) {
        get(vpcId, address).serve(port, octets);
    }

    List<Arrival> arrived(String vpcId, Ipv4Address address) {
        return get(vpcId, address).arrived();
    }

    /** Hands a packet to the host that it is for; returns what the host sends in answer. */
    List<Sent> receive(String vpcId, Ipv4Packet packet, Instant now) {
        return sent(vpcId, get(vpcId, packet.destination()).receive(packet, now));
    }

    /** What the hosts send by now. */
    List<Sent> due(Instant now) {
        List<Sent> due = new ArrayList<>();
        hosts.forEach((vpcId, ofVpc) -> ofVpc.values().forEach(host -> due.addAll(sent(vpcId, host.tick(now)))));
        return due;
    }

    private static List<Sent> sent(String vpcId, List<Ipv4Packet> packets) {
        return packets.stream().map(packet -> new Sent(vpcId, packet)).toList();
    }

    Optional<Instant> wakeAt() {
        Stream<Host> all = hosts.values().stream().flatMap(ofVpc -> ofVpc.values().stream());
        return all.map(Host::wakeAt).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
