package io.vpntck.reference.live;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ec2.query.QueryService;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.vgw.AccountLab;
import io.vpntck.reference.vgw.AwsSide;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One account of the server: its resources, its data plane, its lab. Used on the driver's thread. */
final class LiveAccount {
    private final AwsAccount resources;
    private final AwsSide awsSide;
    private final QueryService ec2;
    private final MonitoringService monitoring;
    private final Lab lab;
    private final Instant opened = Instant.now();
    private final Set<Ipv4Address> addresses = new HashSet<>();
    private final Predicate<Ipv4Packet> stray;
    private final boolean captured;

    /**
     * An account without anything.
     *
     * @param noted takes what the data plane has told of a tunnel
     * @param stray whether a packet is neither from nor to this host: it has come to the sink
     */
    LiveAccount(
            OutsideAddresses outside,
            InputScope scope,
            Entropy entropy,
            TunnelTelemetry noted,
            Optional<PacketTap> tap,
            Predicate<Ipv4Packet> stray) {
        this.stray = stray;
        this.captured = tap.isPresent();
        resources = new AwsAccount(outside, scope::now, scope, Set.of());
        AccountMetrics metrics = new AccountMetrics(resources, scope::now);
        TunnelTelemetry telemetry = new TunnelTelemetry() {
            @Override
            public void report(Ipv4Address address, boolean up, String message, int routes, Instant now) {
                resources.report(address, up, message, routes, now);
                noted.report(address, up, message, routes, now);
            }

            @Override
            public void learned(Ipv4Address address, List<Ipv4Prefix> prefixes) {
                resources.learned(address, prefixes);
                noted.learned(address, prefixes);
            }
        };
        awsSide = new AwsSide(
                resources, telemetry, metrics, resources.vpcRules(), resources.vpcRoutes(), entropy, Set.of());
        monitoring = new MonitoringService(metrics, resources::commits);
        ec2 = new QueryService(resources);
        lab = new AccountLab(
                resources, awsSide, scope::now, () -> tap.map(this::capture).orElse(List.of()));
    }

    /**
     * What was seen since this account was opened: packets of its tunnels' and gateways' addresses, and what has come to
     * the sink, since a packet in clear bears the addresses of hosts behind the gateway.
     */
    private List<CapturedPacket> capture(PacketTap tap) {
        noteAddresses();
        return tap.packets((time, packet) -> !time.isBefore(opened) && (isOurs(packet) || stray.test(packet)));
    }

    private boolean isOurs(Ipv4Packet packet) {
        return addresses.contains(packet.source()) || addresses.contains(packet.destination());
    }

    /** A tunnel that is gone still counts for the capture. */
    void noteAddresses() {
        if (!captured) {
            return;
        }
        for (TunnelEndpoint tunnel : resources.tunnels()) {
            addresses.add(tunnel.outsideAddress());
            addresses.add(tunnel.customerGateway());
        }
    }

    /** Takes what the data plane told earlier. */
    void report(Ipv4Address outsideAddress, boolean up, String message, int routes, Instant moment) {
        resources.report(outsideAddress, up, message, routes, moment);
    }

    /** As the data plane would. */
    void learned(Ipv4Address outsideAddress, List<Ipv4Prefix> prefixes) {
        resources.learned(outsideAddress, prefixes);
    }

    boolean owns(Ipv4Address outsideAddress) {
        return resources.tunnels().stream()
                .anyMatch(tunnel -> tunnel.outsideAddress().equals(outsideAddress));
    }

    /** Gives back the outside addresses of all connections; the account is not used afterwards. */
    void giveBack(OutsideAddresses pool) {
        pool.giveBack(
                resources.tunnels().stream().map(TunnelEndpoint::outsideAddress).toList());
    }

    AwsSide awsSide() {
        return awsSide;
    }

    QueryService ec2() {
        return ec2;
    }

    MonitoringService monitoring() {
        return monitoring;
    }

    Lab lab() {
        return lab;
    }
}
