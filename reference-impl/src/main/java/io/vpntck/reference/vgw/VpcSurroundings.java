package io.vpntck.reference.vgw;

import io.vpntck.reference.host.Arrival;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is around the VPCs beside VPN connections: whatever a route leads to takes packets and keeps the last of them;
 * gateway endpoints, Elastic addresses and Direct Connect are as the lab says.
 */
final class VpcSurroundings {
    static final int MOST_KEPT = 4_096;

    private final Map<String, Deque<Arrival>> arrived = new HashMap<>();
    private final Map<String, Map<Ipv4Prefix, String>> endpoints = new HashMap<>();
    private final Map<String, Map<Ipv4Prefix, String>> directConnect = new HashMap<>();
    private final Map<String, Map<Ipv4Address, Ipv4Address>> elastic = new HashMap<>();

    /** A packet comes to a target; by an internet gateway, with the Elastic address of its host. */
    void arrive(String vpcId, String target, Ipv4Packet packet, Instant now) {
        Deque<Arrival> kept = arrived.computeIfAbsent(target, id -> new ArrayDeque<>());
        Ipv4Packet seen = target.startsWith("igw-")
                ? packet.withAddresses(elasticOf(vpcId, packet.source()).orElse(packet.source()), packet.destination())
                : packet;
        kept.add(new Arrival(now, seen));
        if (kept.size() > MOST_KEPT) {
            kept.remove();
        }
    }

    /** The last packets that came to a target. */
    List<Arrival> arrived(String target) {
        return List.copyOf(arrived.getOrDefault(target, new ArrayDeque<>()));
    }

    /** Has an endpoint of the VPC serve a prefix; returns its id. */
    String addEndpoint(String vpcId, Ipv4Prefix prefix) {
        Map<Ipv4Prefix, String> ofVpc = endpoints.computeIfAbsent(vpcId, id -> new LinkedHashMap<>());
        return ofVpc.computeIfAbsent(prefix, p -> "vpce-" + vpcId.replace("vpc-", "") + "-" + ofVpc.size());
    }

    /** The ids of the endpoints of a VPC by what they serve. */
    Map<Ipv4Prefix, String> endpoints(String vpcId) {
        return endpoints.getOrDefault(vpcId, Map.of());
    }

    /** Has the Direct Connect connection of the VPC's gateway announce a prefix, or withdraw it; returns its id. */
    String announce(String vpcId, Ipv4Prefix prefix, boolean on) {
        String id = "dxvif-" + vpcId.replace("vpc-", "");
        Map<Ipv4Prefix, String> ofVpc = directConnect.computeIfAbsent(vpcId, v -> new LinkedHashMap<>());
        if (on) {
            ofVpc.put(prefix, id);
        } else {
            ofVpc.remove(prefix);
        }
        return id;
    }

    /** The ids of the Direct Connect connections of a VPC's gateway by what they announce. */
    Map<Ipv4Prefix, String> directConnect(String vpcId) {
        return directConnect.getOrDefault(vpcId, Map.of());
    }

    void giveElastic(String vpcId, Ipv4Address host, Ipv4Address address) {
        elastic.computeIfAbsent(vpcId, id -> new HashMap<>()).put(address, host);
    }

    private Optional<Ipv4Address> elasticOf(String vpcId, Ipv4Address host) {
        return elastic.getOrDefault(vpcId, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().equals(host))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The host that has this Elastic address. */
    Optional<Ipv4Address> hostOf(String vpcId, Ipv4Address address) {
        return Optional.ofNullable(elastic.getOrDefault(vpcId, Map.of()).get(address));
    }
}
