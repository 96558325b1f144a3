package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;

/** A block of a VPC. */
public record CidrAssociation(String id, IpPrefix cidr) {}
