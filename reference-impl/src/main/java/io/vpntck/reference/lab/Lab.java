package io.vpntck.reference.lab;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What AWS has no call for, for one account: hosts in a VPC, disturbances, captures and keys.
 *
 * <p>Every call is answered at once; what it sets off happens as the testbed's clock goes on.
 */
public interface Lab {

    /** The clock of the AWS side. */
    Instant now();

    /**
     * Makes a virtual private gateway as it would have come into being at an earlier moment.
     *
     * @return its id
     */
    String createVpnGatewayAsOf(String region, Instant created);

    /**
     * Raises a quota for all of a region.
     *
     * @param quota for example {@code vpn-connections}
     * @throws IllegalArgumentException when there is no such quota, or it cannot have this value
     */
    void raiseQuota(String region, String quota, int value);

    /** Has, while {@code on}, CreateVpnConnection in this region make AWS Classic VPN connections, as it once did. */
    void classicProfile(String region, boolean on);

    /**
     * Puts something into a VPC that a route can lead to, of a kind that the EC2 API of the edition's subset cannot make.
     *
     * @param kind {@code instance}, {@code nat-gateway}, {@code network-interface}, {@code vpc-peering-connection} or
     *     {@code egress-only-internet-gateway}
     * @return its id
     */
    String addRouteTarget(String vpcId, String kind);

    /** Takes away what {@link #addRouteTarget} has put there. */
    void removeRouteTarget(String id);

    /** What came to the target of a route, the last 4,096 packets: to anything but a virtual private gateway, by its id. */
    List<CapturedPacket> arrivedAtRouteTarget(String id);

    /**
     * Has a gateway endpoint of a VPC serve a prefix, with a route to it in each table of the VPC.
     *
     * @return its id
     */
    String addGatewayEndpoint(String vpcId, Ipv4Prefix prefix);

    /** Gives a VPC host an Elastic address, by which packets are known beyond an internet gateway. */
    void giveElasticAddress(String vpcId, Ipv4Address host, Ipv4Address address);

    /**
     * Has Direct Connect of the virtual private gateway of a VPC announce a prefix while {@code on}.
     *
     * @return the id by which {@link #arrivedAtRouteTarget} knows it
     */
    String announceByDirectConnect(String vpcId, Ipv4Prefix prefix, boolean on);

    /** What the virtual private gateway of a VPC, if it has a dynamic connection, announces to Direct Connect now. */
    List<AnnouncedRoute> announcedToDirectConnect(String vpcId);

    /**
     * Has an IP packet come over Direct Connect of the virtual private gateway of a VPC, now.
     *
     * @throws IllegalArgumentException when its header cannot be read
     */
    void sendByDirectConnect(String vpcId, Octets packet);

    /** Puts a host into a VPC that answers ICMP echo requests. */
    void addVpcHost(String vpcId, Ipv4Address address);

    /** Has a VPC host send {@code count} ICMP echo requests, one each second, beginning now. */
    default void pingFromVpcHost(String vpcId, Ipv4Address source, Ipv4Address destination, int count) {
        pingFromVpcHost(vpcId, source, destination, count, Duration.ofSeconds(1));
    }

    /** As above, at another pace; the numbers of the requests begin with 1. */
    void pingFromVpcHost(String vpcId, Ipv4Address source, Ipv4Address destination, int count, Duration interval);

    /**
     * Has a VPC host send an IP packet as it is, now.
     *
     * @throws IllegalArgumentException when its header cannot be read, or its source is no host of this VPC
     */
    void sendFromVpcHost(String vpcId, Octets packet);

    /** Has a VPC host take TCP connections at a port, and send so many octets on each while it takes what comes. */
    void serveFromVpcHost(String vpcId, Ipv4Address address, int port, long octets);

    /** What came to a VPC host, the last 4,096 packets, fragments one by one. */
    List<CapturedPacket> arrivedAtVpcHost(String vpcId, Ipv4Address address);

    /** Has the AWS side ping the gateway's inside address through the tunnel at this outside address, once a second. */
    void pingThrough(Ipv4Address outsideAddress, int count);

    /** Has, while {@code on}, traffic of the VPC go through the tunnel at this outside address as long as it is up. */
    void prefer(Ipv4Address outsideAddress, boolean on);

    /** Drops, while {@code on}, every packet from and to an outside address of the AWS side, without a word. */
    void blackhole(Ipv4Address outsideAddress, boolean on);

    /** Has the AWS side delete the SAs of the tunnel at this outside address, telling the gateway. */
    void deleteSas(Ipv4Address outsideAddress);

    /**
     * Has the AWS side service the tunnel at this outside address: its SAs are deleted, and nothing is answered there
     * until {@code time} is over.
     */
    void maintain(Ipv4Address outsideAddress, Duration time);

    /** Stops, while {@code on}, BGP on the tunnel at this outside address: its session is ended, and none is taken. */
    void stopBgp(Ipv4Address outsideAddress, boolean on);

    /**
     * Has the AWS side, while {@code on}, pass over what a gateway announces beyond the limit of routes, where it would
     * end the session; on connections that are made from now on.
     */
    void passOverExcessRoutes(boolean on);

    /** Every packet of this account seen on the outside network so far, in order of time. */
    List<CapturedPacket> capture();

    /** The keys of every IKE SA so far. */
    List<IkeSecret> ikeSecrets();

    /** The keys of every ESP SA so far, both directions. */
    List<EspSecret> espSecrets();

    /** What reached VPC hosts and what was dropped on the way, by reason, in order of time. */
    List<AwsSideEvent> events();

    /** How many packets the AWS side has dropped so far, by reason; a reason that never was is left out. */
    Map<DropReason, Long> drops();
}
