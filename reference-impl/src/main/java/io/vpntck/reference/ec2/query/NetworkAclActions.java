package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AclEntry;
import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.NetworkAcl;
import io.vpntck.reference.ec2.NetworkAcls;
import io.vpntck.reference.ec2.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Network ACLs. */
final class NetworkAclActions {
    private NetworkAclActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateNetworkAcl", NetworkAclActions::create,
                "DescribeNetworkAcls", NetworkAclActions::describe,
                "DeleteNetworkAcl", NetworkAclActions::delete,
                "CreateNetworkAclEntry", NetworkAclActions::createEntry,
                "ReplaceNetworkAclEntry", NetworkAclActions::replaceEntry,
                "DeleteNetworkAclEntry", NetworkAclActions::deleteEntry,
                "ReplaceNetworkAclAssociation", NetworkAclActions::replaceAssociation);
    }

    private static NetworkAcls acls(AwsRegion region) {
        return region.network().acls();
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        NetworkAcl acl = acls(region).create(in.required("VpcId"));
        out.open("networkAcl");
        write(out, region, acl);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<NetworkAcl> all =
                Filters.named(in, region, "NetworkAclId", acls(region).all(), acls(region)::get);
        out.set(
                "networkAclSet",
                Filters.apply(in, region, all, NetworkAcl::id, filters(region)),
                (item, acl) -> write(item, region, acl));
    }

    private static Map<String, Function<NetworkAcl, List<String>>> filters(AwsRegion region) {
        Map<String, Function<NetworkAcl, List<String>>> all = new HashMap<>();
        all.put("network-acl-id", acl -> List.of(acl.id()));
        all.put("vpc-id", acl -> List.of(acl.vpcId()));
        all.put("default", acl -> List.of(Boolean.toString(acl.isDefault())));
        all.put("association.association-id", acl -> associated(region, acl, NetworkAcls.Association::id));
        all.put("association.network-acl-id", acl -> associated(region, acl, NetworkAcls.Association::aclId));
        all.put("association.subnet-id", acl -> associated(region, acl, NetworkAcls.Association::subnetId));
        all.put("entry.cidr", acl -> entries(acl, e -> text(e, "cidrBlock")));
        all.put("entry.ipv6-cidr", acl -> entries(acl, e -> text(e, "ipv6CidrBlock")));
        all.put("entry.egress", acl -> entries(acl, e -> Optional.of(e.egress())));
        all.put("entry.protocol", acl -> entries(acl, e -> Optional.of(e.protocol())));
        all.put("entry.rule-action", acl -> entries(acl, e -> Optional.of(action(e))));
        all.put("entry.rule-number", acl -> entries(acl, e -> Optional.of(e.number())));
        all.put("entry.icmp.type", acl -> entries(acl, e -> e.icmp().map(AclEntry.Range::first)));
        all.put("entry.icmp.code", acl -> entries(acl, e -> e.icmp().map(AclEntry.Range::second)));
        all.put("entry.port-range.from", acl -> entries(acl, e -> e.ports().map(AclEntry.Range::first)));
        all.put("entry.port-range.to", acl -> entries(acl, e -> e.ports().map(AclEntry.Range::second)));
        return all;
    }

    private static List<String> associated(
            AwsRegion region, NetworkAcl acl, Function<NetworkAcls.Association, String> value) {
        return acls(region).associations(acl.id()).stream().map(value).toList();
    }

    private static List<String> entries(NetworkAcl acl, Function<AclEntry, Optional<?>> value) {
        return acl.entries().stream()
                .map(value)
                .flatMap(Optional::stream)
                .map(Object::toString)
                .toList();
    }

    private static Optional<String> text(AclEntry entry, String blockName) {
        return Optional.of(entry.block()).filter(block -> entry.blockName().equals(blockName));
    }

    private static String action(AclEntry entry) {
        return entry.allow() ? "allow" : "deny";
    }

    private static void write(XmlAnswer out, AwsRegion region, NetworkAcl acl) {
        out.value("networkAclId", acl.id())
                .value("vpcId", acl.vpcId())
                .value("default", acl.isDefault())
                .set("entrySet", acl.entries(), NetworkAclActions::write)
                .set("associationSet", acls(region).associations(acl.id()), (item, association) -> item.value(
                                "networkAclAssociationId", association.id())
                        .value("networkAclId", association.aclId())
                        .value("subnetId", association.subnetId()));
        TagActions.write(out, region, acl.id());
    }

    private static void write(XmlAnswer out, AclEntry entry) {
        out.value("ruleNumber", entry.number())
                .value("protocol", entry.protocol())
                .value("ruleAction", action(entry))
                .value("egress", entry.egress())
                .value(entry.blockName(), entry.block());
        entry.icmp().ifPresent(icmp -> out.open("icmpTypeCode")
                .value("type", icmp.first())
                .value("code", icmp.second())
                .close());
        entry.ports().ifPresent(ports -> out.open("portRange")
                .value("from", ports.first())
                .value("to", ports.second())
                .close());
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        acls(region).delete(in.required("NetworkAclId"));
        out.value("return", true);
    }

    private static void createEntry(Parameters in, AwsRegion region, XmlAnswer out) {
        acls(region).createEntry(in.required("NetworkAclId"), entry(in));
        out.value("return", true);
    }

    private static void replaceEntry(Parameters in, AwsRegion region, XmlAnswer out) {
        acls(region).replaceEntry(in.required("NetworkAclId"), entry(in));
        out.value("return", true);
    }

    private static void deleteEntry(Parameters in, AwsRegion region, XmlAnswer out) {
        acls(region).deleteEntry(in.required("NetworkAclId"), egress(in), number(in, "RuleNumber"));
        out.value("return", true);
    }

    private static void replaceAssociation(Parameters in, AwsRegion region, XmlAnswer out) {
        String id = acls(region).replaceAssociation(in.required("AssociationId"), in.required("NetworkAclId"));
        out.value("newAssociationId", id);
    }

    private static AclEntry entry(Parameters in) {
        if (in.has("CidrBlock") == in.has("Ipv6CidrBlock")) {
            throw new Rejection(
                            in.has("CidrBlock") ? "InvalidParameterCombination" : "MissingParameter",
                            "CidrBlock",
                            in.optional("CidrBlock").orElse(""),
                            "an entry has either CidrBlock or Ipv6CidrBlock")
                    .exception();
        }
        String action = in.required("RuleAction");
        if (!action.equals("allow") && !action.equals("deny")) {
            throw Rejection.ofValue("RuleAction", action, "it is allow or deny").exception();
        }
        return new AclEntry(
                number(in, "RuleNumber"),
                egress(in),
                in.required("Protocol"),
                action.equals("allow"),
                in.optional("CidrBlock").or(() -> in.optional("Ipv6CidrBlock")).orElseThrow(),
                range(in, "Icmp.Type", "Icmp.Code"),
                range(in, "PortRange.From", "PortRange.To"));
    }

    private static boolean egress(Parameters in) {
        in.required("Egress");
        return in.flag("Egress");
    }

    private static Optional<AclEntry.Range> range(Parameters in, String first, String second) {
        return in.has(first) && in.has(second)
                ? Optional.of(new AclEntry.Range(number(in, first), number(in, second)))
                : Optional.empty();
    }

    /** A number out of all bounds is refused as one just beyond them is. */
    private static int number(Parameters in, String name) {
        in.required(name);
        return (int) Math.max(-2, Math.min(65_536, in.number(name, 0)));
    }
}
