package io.vpntck.reports.gateways;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.AnnouncedRoute;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Somebody else's control plane has no lab: it can be asked for nothing, and has captured nothing. */
final class NoLab implements Lab {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void addVpcHost(String vpcId, Ipv4Address address) {
        throw none();
    }

    @Override
    public void pingFromVpcHost(
            String vpcId, Ipv4Address source, Ipv4Address destination, int count, Duration interval) {
        throw none();
    }

    @Override
    public void sendFromVpcHost(String vpcId, Octets packet) {
        throw none();
    }

    @Override
    public void serveFromVpcHost(String vpcId, Ipv4Address address, int port, long octets) {
        throw none();
    }

    @Override
    public List<CapturedPacket> arrivedAtVpcHost(String vpcId, Ipv4Address address) {
        return List.of();
    }

    @Override
    public List<CapturedPacket> arrivedAtRouteTarget(String id) {
        return List.of();
    }

    @Override
    public String addGatewayEndpoint(String vpcId, Ipv4Prefix prefix) {
        throw none();
    }

    @Override
    public void giveElasticAddress(String vpcId, Ipv4Address host, Ipv4Address address) {
        throw none();
    }

    @Override
    public String announceByDirectConnect(String vpcId, Ipv4Prefix prefix, boolean on) {
        throw none();
    }

    @Override
    public List<AnnouncedRoute> announcedToDirectConnect(String vpcId) {
        throw none();
    }

    @Override
    public void sendByDirectConnect(String vpcId, Octets packet) {
        throw none();
    }

    @Override
    public void pingThrough(Ipv4Address outsideAddress, int count) {
        throw none();
    }

    @Override
    public void passOverExcessRoutes(boolean on) {
        throw none();
    }

    @Override
    public void prefer(Ipv4Address outsideAddress, boolean on) {
        throw none();
    }

    @Override
    public void blackhole(Ipv4Address outsideAddress, boolean on) {
        throw none();
    }

    @Override
    public void deleteSas(Ipv4Address outsideAddress) {
        throw none();
    }

    @Override
    public void stopBgp(Ipv4Address outsideAddress, boolean on) {
        throw none();
    }

    @Override
    public void maintain(Ipv4Address outsideAddress, Duration time) {
        throw none();
    }

    @Override
    public String createVpnGatewayAsOf(String region, Instant created) {
        throw none();
    }

    @Override
    public String addRouteTarget(String vpcId, String kind) {
        throw none();
    }

    @Override
    public void removeRouteTarget(String id) {
        throw none();
    }

    @Override
    public void raiseQuota(String region, String quota, int value) {
        throw none();
    }

    @Override
    public void classicProfile(String region, boolean on) {
        throw none();
    }

    @Override
    public List<CapturedPacket> capture() {
        return List.of();
    }

    @Override
    public List<IkeSecret> ikeSecrets() {
        return List.of();
    }

    @Override
    public List<EspSecret> espSecrets() {
        return List.of();
    }

    @Override
    public List<AwsSideEvent> events() {
        return List.of();
    }

    @Override
    public Map<DropReason, Long> drops() {
        return Map.of();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("there is no lab behind --control-plane");
    }
}
