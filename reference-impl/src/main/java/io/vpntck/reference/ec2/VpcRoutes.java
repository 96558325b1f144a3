package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;

/** The route tables of an account's VPCs, as the data plane asks for them. */
public interface VpcRoutes {
    /** A number that grows whenever a table may have changed, or {@link TunnelInventory#UNKNOWN}. */
    long revision();

    /**
     * The routes of the table that decides for the packets of a host: that of its subnet, or the main one where its
     * address is in none. Empty where there is no such VPC.
     */
    List<Route> of(String vpcId, Ipv4Address host);
}
