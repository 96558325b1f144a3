package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.IpPermission;
import io.vpntck.reference.ec2.Rejection;
import io.vpntck.reference.ec2.SecurityGroup;
import io.vpntck.reference.ec2.SecurityGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Security groups of VPCs. */
final class SecurityGroupActions {
    private static final String OWNER = "123456789012";
    private static final Map<String, Function<SecurityGroup, List<String>>> FILTERS = filters();

    private SecurityGroupActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateSecurityGroup", SecurityGroupActions::create,
                "DescribeSecurityGroups", SecurityGroupActions::describe,
                "DeleteSecurityGroup", SecurityGroupActions::delete,
                "AuthorizeSecurityGroupIngress", (in, region, out) -> authorize(in, region, out, false),
                "AuthorizeSecurityGroupEgress", (in, region, out) -> authorize(in, region, out, true),
                "RevokeSecurityGroupIngress", (in, region, out) -> revoke(in, region, out, false),
                "RevokeSecurityGroupEgress", (in, region, out) -> revoke(in, region, out, true));
    }

    private static Map<String, Function<SecurityGroup, List<String>>> filters() {
        Map<String, Function<SecurityGroup, List<String>>> all = new HashMap<>();
        all.put("group-id", group -> List.of(group.id()));
        all.put("group-name", group -> List.of(group.name()));
        all.put("description", group -> List.of(group.description()));
        all.put("owner-id", group -> List.of(OWNER));
        all.put("vpc-id", group -> List.of(group.vpcId()));
        for (boolean outbound : new boolean[] {false, true}) {
            String prefix = outbound ? "egress.ip-permission." : "ip-permission.";
            all.put(prefix + "cidr", group -> peers(group, outbound, IpPermission.PeerKind.IPV4));
            all.put(prefix + "ipv6-cidr", group -> peers(group, outbound, IpPermission.PeerKind.IPV6));
            all.put(prefix + "group-id", group -> peers(group, outbound, IpPermission.PeerKind.GROUP));
            all.put(prefix + "prefix-list-id", group -> peers(group, outbound, IpPermission.PeerKind.PREFIX_LIST));
            all.put(prefix + "protocol", group -> each(group, outbound, p -> Optional.of(p.protocol())));
            all.put(
                    prefix + "from-port",
                    group -> each(group, outbound, p -> p.from().map(Object::toString)));
            all.put(prefix + "to-port", group -> each(group, outbound, p -> p.to().map(Object::toString)));
        }
        return Map.copyOf(all);
    }

    private static List<String> peers(SecurityGroup group, boolean outbound, IpPermission.PeerKind kind) {
        return each(group, outbound, p -> Optional.of(p.peer())
                .filter(peer -> peer.kind() == kind)
                .map(IpPermission.Peer::value));
    }

    private static List<String> each(
            SecurityGroup group, boolean outbound, Function<IpPermission, Optional<String>> value) {
        return group.permissions(outbound).stream()
                .map(value)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        SecurityGroup group = region.network()
                .securityGroups()
                .create(in.required("GroupName"), in.required("GroupDescription"), in.required("VpcId"));
        out.value("return", true).value("groupId", group.id());
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        SecurityGroups groups = region.network().securityGroups();
        List<String> names = in.list("GroupName");
        List<SecurityGroup> named = Filters.named(in, region, "GroupId", groups.all(), groups::get).stream()
                .filter(group -> names.isEmpty() || names.contains(group.name()))
                .toList();
        out.set(
                "securityGroupInfo",
                Filters.apply(in, region, named, SecurityGroup::id, FILTERS),
                (item, group) -> write(item, region, group));
    }

    private static void write(XmlAnswer out, AwsRegion region, SecurityGroup group) {
        out.value("ownerId", OWNER)
                .value("groupId", group.id())
                .value("groupName", group.name())
                .value("groupDescription", group.description())
                .value("vpcId", group.vpcId())
                .set("ipPermissions", group.permissions(false), (item, p) -> write(item, p))
                .set("ipPermissionsEgress", group.permissions(true), (item, p) -> write(item, p));
        TagActions.write(out, region, group.id());
    }

    /** One element for each rule: the API lets rules of the same ports share one, and does not ask for it. */
    private static void write(XmlAnswer out, IpPermission permission) {
        out.value("ipProtocol", permission.protocol());
        permission.from().ifPresent(port -> out.value("fromPort", port));
        permission.to().ifPresent(port -> out.value("toPort", port));
        String set =
                switch (permission.peer().kind()) {
                    case IPV4 -> "ipRanges";
                    case IPV6 -> "ipv6Ranges";
                    case GROUP -> "groups";
                    case PREFIX_LIST -> "prefixListIds";
                };
        out.set(set, List.of(permission), (item, p) -> {
            switch (p.peer().kind()) {
                case IPV4 -> item.value("cidrIp", p.peer().value());
                case IPV6 -> item.value("cidrIpv6", p.peer().value());
                case GROUP -> item.value("groupId", p.peer().value()).value("userId", OWNER);
                case PREFIX_LIST -> item.value("prefixListId", p.peer().value());
            }
            p.description().ifPresent(text -> item.value("description", text));
        });
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().securityGroups().delete(groupId(in, region));
        out.value("return", true);
    }

    private static void authorize(Parameters in, AwsRegion region, XmlAnswer out, boolean outbound) {
        region.network().securityGroups().authorize(groupId(in, region), outbound, permissions(in, region));
        out.value("return", true);
    }

    private static void revoke(Parameters in, AwsRegion region, XmlAnswer out, boolean outbound) {
        region.network().securityGroups().revoke(groupId(in, region), outbound, permissions(in, region));
        out.value("return", true);
    }

    /** By id: names are for groups outside of VPCs, which this region has none of. */
    private static String groupId(Parameters in, AwsRegion region) {
        String id = in.required("GroupId");
        return region.network().securityGroups().get(id).id();
    }

    private static List<IpPermission> permissions(Parameters in, AwsRegion region) {
        List<IpPermission> all = new ArrayList<>();
        int structures = in.structures("IpPermissions");
        if (structures == 0) {
            all.add(permission(in, "", new IpPermission.Peer(IpPermission.PeerKind.IPV4, in.required("CidrIp")), ""));
        }
        for (int i = 1; i <= structures; i++) {
            String prefix = "IpPermissions." + i + ".";
            List<IpPermission> own = Stream.of(
                            members(in, prefix, "IpRanges", "CidrIp", IpPermission.PeerKind.IPV4),
                            members(in, prefix, "Ipv6Ranges", "CidrIpv6", IpPermission.PeerKind.IPV6),
                            members(in, prefix, "Groups", "GroupId", IpPermission.PeerKind.GROUP),
                            members(in, prefix, "PrefixListIds", "PrefixListId", IpPermission.PeerKind.PREFIX_LIST))
                    .flatMap(List::stream)
                    .toList();
            if (own.isEmpty()) {
                throw new Rejection("MissingParameter", prefix + "IpRanges", "", "a rule names whose packets pass")
                        .exception();
            }
            all.addAll(own);
        }
        return all;
    }

    private static List<IpPermission> members(
            Parameters in, String prefix, String list, String member, IpPermission.PeerKind kind) {
        List<IpPermission> all = new ArrayList<>();
        for (int i = 1; i <= in.structures(prefix + list); i++) {
            String item = prefix + list + "." + i + ".";
            all.add(permission(
                    in, prefix, new IpPermission.Peer(kind, in.required(item + member)), item + "Description"));
        }
        return all;
    }

    private static IpPermission permission(
            Parameters in, String prefix, IpPermission.Peer peer, String descriptionName) {
        return IpPermission.of(
                in.required(prefix + "IpProtocol"),
                port(in, prefix + "FromPort"),
                port(in, prefix + "ToPort"),
                peer,
                in.optional(descriptionName));
    }

    private static Optional<Integer> port(Parameters in, String name) {
        return in.has(name) ? Optional.of((int) Math.max(-2, Math.min(65_536, in.number(name, 0)))) : Optional.empty();
    }
}
