package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;

/** A VPC and its blocks; the first is the primary one. */
public final class Vpc {
    private final String id;
    private final Ipv4Prefix cidr;
    private final List<CidrAssociation> blocks = new ArrayList<>();

    Vpc(String id, CidrAssociation primary) {
        this.id = id;
        this.cidr = (Ipv4Prefix) primary.cidr();
        blocks.add(primary);
    }

    public String id() {
        return id;
    }

    /** The primary block. */
    public Ipv4Prefix cidr() {
        return cidr;
    }

    public List<CidrAssociation> blocks() {
        return List.copyOf(blocks);
    }

    public List<Ipv4Prefix> ipv4Cidrs() {
        return blocks.stream()
                .map(CidrAssociation::cidr)
                .filter(Ipv4Prefix.class::isInstance)
                .map(Ipv4Prefix.class::cast)
                .toList();
    }

    void add(CidrAssociation block) {
        blocks.add(block);
    }

    void remove(CidrAssociation block) {
        blocks.remove(block);
    }

    /** Whether a block of this VPC is exactly this. */
    boolean has(IpPrefix prefix) {
        return blocks.stream().anyMatch(block -> block.cidr().equals(prefix));
    }
}
