package io.vpntck.steps.dataplane;

import io.vpntck.steps.glue.World;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.RuleAction;

/** The default security group and the default network ACL of the scenario's VPC. */
public final class HostRules {
    private static final String ICMP = "1";

    private final World world;

    public HostRules(World world) {
        this.world = world;
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    private String group() {
        return world.ec2()
                .describeSecurityGroups(
                        r -> r.filters(filter("vpc-id", world.vpcId()), filter("group-name", "default")))
                .securityGroups()
                .get(0)
                .groupId();
    }

    /** @param port -1 for ICMP, every type of it */
    private IpPermission fromTheLan(String protocol, int port) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(port)
                .toPort(port)
                .ipRanges(IpRange.builder()
                        .cidrIp(world.testbed().gateway().lan().toString())
                        .build())
                .build();
    }

    void open(String protocol, int port) {
        String id = group();
        world.ec2().authorizeSecurityGroupIngress(r -> r.groupId(id).ipPermissions(fromTheLan(protocol, port)));
    }

    void close(String protocol, int port) {
        String id = group();
        world.ec2().revokeSecurityGroupIngress(r -> r.groupId(id).ipPermissions(fromTheLan(protocol, port)));
    }

    /** An entry for ICMP of every type, to or from anywhere. */
    void aclEntry(int number, boolean egress, boolean allow) {
        String id = world.ec2()
                .describeNetworkAcls(r -> r.filters(filter("vpc-id", world.vpcId()), filter("default", "true")))
                .networkAcls()
                .get(0)
                .networkAclId();
        world.ec2().createNetworkAclEntry(r -> r.networkAclId(id)
                .ruleNumber(number)
                .egress(egress)
                .protocol(ICMP)
                .icmpTypeCode(i -> i.type(-1).code(-1))
                .ruleAction(allow ? RuleAction.ALLOW : RuleAction.DENY)
                .cidrBlock("0.0.0.0/0"));
    }
}
