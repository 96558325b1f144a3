package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.Quota;
import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.host.Arrival;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.AnnouncedRoute;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The lab of one account, in the process of its AWS side. */
public final class AccountLab implements Lab {
    private final AwsAccount account;
    private final AwsSide awsSide;
    private final Supplier<Instant> clock;
    private final Supplier<List<CapturedPacket>> capture;

    public AccountLab(
            AwsAccount account, AwsSide awsSide, Supplier<Instant> clock, Supplier<List<CapturedPacket>> capture) {
        this.account = account;
        this.awsSide = awsSide;
        this.clock = clock;
        this.capture = capture;
    }

    @Override
    public Instant now() {
        return clock.get();
    }

    @Override
    public String createVpnGatewayAsOf(String region, Instant created) {
        return account.region(region).createVpnGatewayAsOf(created).id();
    }

    @Override
    public void raiseQuota(String region, String quota, int value) {
        Quota raised =
                Quota.ofWord(quota).orElseThrow(() -> new IllegalArgumentException("there is no quota " + quota));
        try {
            account.region(region).quotas().raise(raised, value);
        } catch (RejectedRequestException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void classicProfile(String region, boolean on) {
        account.region(region).connections().classicProfile(on);
    }

    @Override
    public String addRouteTarget(String vpcId, String kind) {
        return account.addRouteTarget(vpcId, kind);
    }

    @Override
    public void removeRouteTarget(String id) {
        account.removeRouteTarget(id);
    }

    @Override
    public List<CapturedPacket> arrivedAtRouteTarget(String id) {
        return captured(awsSide.vpcControls().surroundings().arrived(id));
    }

    @Override
    public String addGatewayEndpoint(String vpcId, Ipv4Prefix prefix) {
        String id = awsSide.vpcControls().surroundings().addEndpoint(vpcId, prefix);
        awsSide.vpcControls().surroundingsChanged();
        return id;
    }

    @Override
    public void giveElasticAddress(String vpcId, Ipv4Address host, Ipv4Address address) {
        awsSide.vpcControls().surroundings().giveElastic(vpcId, host, address);
    }

    @Override
    public String announceByDirectConnect(String vpcId, Ipv4Prefix prefix, boolean on) {
        String id = awsSide.vpcControls().surroundings().announce(vpcId, prefix, on);
        awsSide.vpcControls().surroundingsChanged();
        return id;
    }

    @Override
    public List<AnnouncedRoute> announcedToDirectConnect(String vpcId) {
        return awsSide.vpcControls().directConnect().told(vpcId).stream()
                .map(told -> new AnnouncedRoute(told.prefix(), told.path().toString()))
                .toList();
    }

    @Override
    public void sendByDirectConnect(String vpcId, Octets packet) {
        try {
            awsSide.vpcControls().directConnect().send(vpcId, Ipv4Packet.decode(packet));
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("no IP packet: " + e.getMessage(), e);
        }
    }

    @Override
    public void addVpcHost(String vpcId, Ipv4Address address) {
        awsSide.vpcControls().addHost(vpcId, address);
    }

    @Override
    public void pingFromVpcHost(
            String vpcId, Ipv4Address source, Ipv4Address destination, int count, Duration interval) {
        awsSide.vpcControls().ping(vpcId, source, destination, count, interval, now());
    }

    @Override
    public void sendFromVpcHost(String vpcId, Octets packet) {
        try {
            awsSide.vpcControls().send(vpcId, packet);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("no IP packet: " + e.getMessage(), e);
        }
    }

    @Override
    public void serveFromVpcHost(String vpcId, Ipv4Address address, int port, long octets) {
        awsSide.vpcControls().serve(vpcId, address, port, octets);
    }

    @Override
    public List<CapturedPacket> arrivedAtVpcHost(String vpcId, Ipv4Address address) {
        return captured(awsSide.vpcControls().arrived(vpcId, address));
    }

    private static List<CapturedPacket> captured(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival ->
                        new CapturedPacket(arrival.time(), arrival.packet().encode()))
                .toList();
    }

    @Override
    public void pingThrough(Ipv4Address outsideAddress, int count) {
        awsSide.tunnelControls().pingThrough(outsideAddress, count, now());
    }

    @Override
    public void prefer(Ipv4Address outsideAddress, boolean on) {
        awsSide.tunnelControls().prefer(outsideAddress, on, now());
    }

    @Override
    public void blackhole(Ipv4Address outsideAddress, boolean on) {
        awsSide.tunnelControls().blackhole(outsideAddress, on, now());
    }

    @Override
    public void deleteSas(Ipv4Address outsideAddress) {
        awsSide.tunnelControls().deleteSas(outsideAddress);
    }

    @Override
    public void maintain(Ipv4Address outsideAddress, Duration time) {
        awsSide.tunnelControls().maintain(outsideAddress, time);
    }

    @Override
    public void stopBgp(Ipv4Address outsideAddress, boolean on) {
        awsSide.tunnelControls().stopBgp(outsideAddress, on);
    }

    @Override
    public void passOverExcessRoutes(boolean on) {
        awsSide.tunnelControls().beyondRouteLimit(on ? PrefixLimit.Reaction.IGNORE : PrefixLimit.Reaction.CEASE);
    }

    @Override
    public List<CapturedPacket> capture() {
        return capture.get();
    }

    @Override
    public List<IkeSecret> ikeSecrets() {
        return awsSide.ikeSecrets();
    }

    @Override
    public List<EspSecret> espSecrets() {
        return awsSide.espSecrets();
    }

    @Override
    public List<AwsSideEvent> events() {
        return awsSide.events();
    }

    @Override
    public Map<DropReason, Long> drops() {
        return awsSide.drops();
    }
}
