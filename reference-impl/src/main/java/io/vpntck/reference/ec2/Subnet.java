package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;

/** A part of a VPC in one availability zone. */
public record Subnet(String id, String vpcId, Ipv4Prefix cidr, String availabilityZone) {
    /** Network, router, name server, one kept back, broadcast. */
    private static final int RESERVED = 5;

    public int availableAddresses() {
        return (1 << (32 - cidr.length())) - RESERVED;
    }
}
