package io.vpntck.reference.ec2;

import java.util.ArrayList;
import java.util.List;

/** A security group of a VPC, with its rules in the order in which they were made. */
public final class SecurityGroup {
    private final String id;
    private final String name;
    private final String description;
    private final String vpcId;
    private final List<IpPermission> ingress = new ArrayList<>();
    private final List<IpPermission> egress = new ArrayList<>();

    SecurityGroup(String id, String name, String description, String vpcId) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.vpcId = vpcId;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public String vpcId() {
        return vpcId;
    }

    /** The rules of one direction. */
    public List<IpPermission> permissions(boolean outbound) {
        return List.copyOf(rules(outbound));
    }

    List<IpPermission> rules(boolean outbound) {
        return outbound ? egress : ingress;
    }

    boolean isDefault() {
        return name.equals(SecurityGroups.DEFAULT);
    }
}
