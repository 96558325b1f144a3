package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Instant;
import java.util.List;

/** What went through the tunnels since the scenario's own traffic began, as the outside capture shows it. */
public final class InnerTraffic {
    private final World world;
    private final Tunnels tunnels;
    private Instant begun = Instant.MIN;

    public InnerTraffic(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    /** What is asked for from now on is what comes later. */
    void begin() {
        begun = world.testbed().now();
    }

    Instant begun() {
        return begun;
    }

    /** Every ESP packet of both tunnels and directions. */
    List<ObservedPacket.Esp> esp() {
        return tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(packet -> !packet.time().isBefore(begun))
                .toList();
    }

    /** ESP to the AWS side. */
    List<ObservedPacket.Esp> fromGateway() {
        List<Ipv4Address> aws = tunnels.outside();
        return esp().stream().filter(p -> aws.contains(p.destination())).toList();
    }

    /** ESP from the AWS side. */
    List<ObservedPacket.Esp> fromAws() {
        List<Ipv4Address> aws = tunnels.outside();
        return esp().stream().filter(p -> aws.contains(p.source())).toList();
    }

    /** Fragments that went over the outside network from or to the AWS side. */
    List<ObservedPacket> outsideFragments() {
        List<Ipv4Address> aws = tunnels.outside();
        return tunnels.view().packets().stream()
                .filter(packet ->
                        !packet.time().isBefore(begun) && packet.packet().isFragment())
                .filter(packet -> aws.contains(packet.source()) || aws.contains(packet.destination()))
                .toList();
    }

    /** The inner packets between these two, in this direction, fragments one by one. */
    List<Ipv4Packet> inner(Ipv4Address source, Ipv4Address destination) {
        return esp().stream()
                .flatMap(packet -> packet.inner().stream())
                .filter(inner ->
                        inner.source().equals(source) && inner.destination().equals(destination))
                .toList();
    }

    Ipv4Address lanHost() {
        return world.testbed().gateway().lanHost().address();
    }

    Ipv4Address vpcHost() {
        return Ipv4Address.of(world.vpcHost());
    }

    /** What came to the host in the VPC. */
    List<Ipv4Packet> arrivedInVpc() {
        return world.testbed().lab().arrivedAtVpcHost(world.vpcId(), vpcHost()).stream()
                .filter(packet -> !packet.time().isBefore(begun))
                .map(packet -> MadePackets.decoded(packet.packet()))
                .toList();
    }

    /** What came to the LAN host. */
    List<Ipv4Packet> arrivedOnLan() {
        return world.testbed().gateway().lanHost().arrived().stream()
                .filter(packet -> !packet.time().isBefore(begun))
                .map(packet -> MadePackets.decoded(packet.packet()))
                .toList();
    }
}
