package io.vpntck.steps.glue;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** The default security group of the scenario's VPC, opened as the guide says: SSH, RDP and ICMP from the network at home. */
public final class DefaultSecurityGroup {
    private static final String HOME = "192.168.0.0/16";

    private final World world;

    public DefaultSecurityGroup(World world) {
        this.world = world;
    }

    void open() {
        String id = now().groupId();
        world.ec2().authorizeSecurityGroupIngress(r -> r.groupId(id).ipPermissions(guide()));
    }

    void close() {
        String id = now().groupId();
        world.ec2().revokeSecurityGroupIngress(r -> r.groupId(id).ipPermissions(guide()));
    }

    private static List<IpPermission> guide() {
        return List.of(permission("tcp", 22), permission("tcp", 3389), permission("icmp", -1));
    }

    private static IpPermission permission(String protocol, int port) {
        return IpPermission.builder()
                .ipProtocol(protocol)
                .fromPort(port)
                .toPort(port)
                .ipRanges(IpRange.builder().cidrIp(HOME).build())
                .build();
    }

    SecurityGroup now() {
        return world.ec2()
                .describeSecurityGroups(r -> r.filters(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build(),
                        Filter.builder().name("group-name").values("default").build()))
                .securityGroups()
                .get(0);
    }
}
