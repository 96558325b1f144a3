package io.vpntck.reference.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The security groups of a region. Each VPC has one named {@code default}, which goes with the VPC.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_SecurityGroups.html">Amazon VPC User Guide, "Security
 *     Groups for Your VPC" (2018-09)</a>
 */
public final class SecurityGroups {
    static final String DEFAULT = "default";

    private static final int LONGEST_NAME = 255;
    private static final IpPermission EVERYTHING = IpPermission.of(
            "-1",
            Optional.empty(),
            Optional.empty(),
            new IpPermission.Peer(IpPermission.PeerKind.IPV4, "0.0.0.0/0"),
            Optional.empty());

    private final Network network;
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private final Map<String, SecurityGroup> groups = new LinkedHashMap<>();

    SecurityGroups(Network network, Enforcement rules, UnaryOperator<String> newId) {
        this.network = network;
        this.rules = rules;
        this.newId = newId;
    }

    /** The group that a new VPC has: its members reach each other, and everything else. */
    void createDefault(String vpcId) {
        SecurityGroup group = add(DEFAULT, "default VPC security group", vpcId);
        group.rules(false)
                .add(IpPermission.of(
                        "-1",
                        Optional.empty(),
                        Optional.empty(),
                        new IpPermission.Peer(IpPermission.PeerKind.GROUP, group.id()),
                        Optional.empty()));
    }

    /** A group that lets nothing in and everything out. */
    public SecurityGroup create(String name, String description, String vpcId) {
        network.vpcs().get(vpcId);
        if (name.isBlank() || name.length() > LONGEST_NAME || name.startsWith("sg-")) {
            throw Rejection.ofValue("GroupName", name, "it has 1 to 255 characters, and does not begin with sg-")
                    .exception();
        }
        if (name.equals(DEFAULT)) {
            throw new Rejection("InvalidGroup.Reserved", "GroupName", name, "every VPC has this group").exception();
        }
        if (of(vpcId).stream().anyMatch(g -> g.name().equals(name))) {
            throw new Rejection("InvalidGroup.Duplicate", "GroupName", name, "the VPC has a group of this name")
                    .exception();
        }
        if (of(vpcId).size() >= Quotas.SECURITY_GROUPS_OF_A_VPC) {
            throw Quotas.exceeded("SecurityGroupLimitExceeded", "VpcId", vpcId, Quotas.SECURITY_GROUPS_OF_A_VPC)
                    .exception();
        }
        return add(name, description, vpcId);
    }

    private SecurityGroup add(String name, String description, String vpcId) {
        SecurityGroup group = new SecurityGroup(newId.apply("sg"), name, description, vpcId);
        group.rules(true).add(EVERYTHING);
        groups.put(group.id(), group);
        return group;
    }

    public List<SecurityGroup> all() {
        return List.copyOf(groups.values());
    }

    public SecurityGroup get(String id) {
        return AwsRegion.found(groups.get(id), "InvalidGroup.NotFound", "GroupId", id);
    }

    public List<SecurityGroup> of(String vpcId) {
        return groups.values().stream().filter(g -> g.vpcId().equals(vpcId)).toList();
    }

    public void delete(String id) {
        SecurityGroup group = get(id);
        if (group.isDefault()) {
            throw new Rejection("CannotDelete", "GroupId", id, "it is the default group of its VPC").exception();
        }
        IpPermission.Peer self = new IpPermission.Peer(IpPermission.PeerKind.GROUP, id);
        boolean named = groups.values().stream()
                .filter(other -> other != group)
                .anyMatch(other -> other.rules(false).stream()
                                .anyMatch(p -> p.peer().equals(self))
                        || other.rules(true).stream().anyMatch(p -> p.peer().equals(self)));
        if (named) {
            throw new Rejection("DependencyViolation", "GroupId", id, "a rule of another group names it").exception();
        }
        rules.beforeChange();
        groups.remove(id);
    }

    /** Adds rules, all or none. */
    public void authorize(String id, boolean outbound, List<IpPermission> added) {
        SecurityGroup group = get(id);
        List<IpPermission> there = group.rules(outbound);
        for (IpPermission permission : added) {
            if (permission.peer().kind() == IpPermission.PeerKind.GROUP) {
                get(permission.peer().value());
            }
            boolean twice = added.stream().filter(permission::sameAs).count() > 1;
            if (twice || there.stream().anyMatch(permission::sameAs)) {
                throw new Rejection(
                                "InvalidPermission.Duplicate",
                                "IpPermissions",
                                permission.peer().value(),
                                "the group has this rule")
                        .exception();
            }
        }
        if (there.size() + added.size() > Quotas.RULES_OF_A_SECURITY_GROUP) {
            throw Quotas.exceeded("RulesPerSecurityGroupLimitExceeded", "GroupId", id, Quotas.RULES_OF_A_SECURITY_GROUP)
                    .exception();
        }
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.FORGETS_SECURITY_GROUP_RULES)) {
            there.addAll(added);
        }
    }

    /** Takes rules away, all or none. */
    public void revoke(String id, boolean outbound, List<IpPermission> removed) {
        List<IpPermission> there = get(id).rules(outbound);
        for (IpPermission permission : removed) {
            if (there.stream().noneMatch(permission::sameAs)) {
                throw new Rejection(
                                "InvalidPermission.NotFound",
                                "IpPermissions",
                                permission.peer().value(),
                                "the group has no such rule")
                        .exception();
            }
        }
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_REVOKED_RULES)) {
            there.removeIf(other -> removed.stream().anyMatch(other::sameAs));
        }
    }

    /** Whether a VPC has other groups than its default one. */
    boolean inUse(String vpcId) {
        return of(vpcId).stream().anyMatch(g -> !g.isDefault());
    }

    void forgetVpc(String vpcId) {
        groups.values().removeIf(g -> g.vpcId().equals(vpcId));
    }
}
