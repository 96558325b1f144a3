package io.vpntck.reference.live;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.query.QueryService;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.vgw.AccountLab;
import io.vpntck.reference.vgw.AwsSide;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account of the server: its resources, its data plane, its lab. Used on the driver's thread. */
final class LiveAccount {
    private final AwsAccount resources;
    private final AwsSide awsSide;
    private final QueryService ec2;
    private final Lab lab;
    private final Instant opened = Instant.now();
    private final Set<Ipv4Address> addresses = new HashSet<>();

    LiveAccount(OutsideAddresses outside, Entropy entropy, Optional<PacketTap> tap) {
        resources = new AwsAccount(outside, Instant::now, entropy, Set.of());
        awsSide = new AwsSide(resources, resources, entropy);
        ec2 = new QueryService(resources);
        lab = new AccountLab(
                resources, awsSide, Instant::now, () -> tap.map(this::capture).orElse(List.of()));
    }

    /** What was seen since this account was opened, between whom it has had tunnels, and all that its gateways sent. */
    private List<CapturedPacket> capture(PacketTap tap) {
        noteAddresses();
        return tap.packets((time, packet) -> !time.isBefore(opened) && isOurs(packet));
    }

    private boolean isOurs(Ipv4Packet packet) {
        return addresses.contains(packet.source()) || addresses.contains(packet.destination());
    }

    /** A tunnel that is gone still counts for the capture. */
    void noteAddresses() {
        for (TunnelEndpoint tunnel : resources.tunnels()) {
            addresses.add(tunnel.outsideAddress());
            addresses.add(tunnel.customerGateway());
        }
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

    Lab lab() {
        return lab;
    }
}
