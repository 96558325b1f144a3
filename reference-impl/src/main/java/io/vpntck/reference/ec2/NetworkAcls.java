package io.vpntck.reference.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The network ACLs of a region. Each VPC has a default one, and each subnet always exactly one.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_ACLs.html">Amazon VPC User Guide, "Network ACLs"
 *     (2018-09)</a>
 */
public final class NetworkAcls {
    private static final String PARAMETER = "NetworkAclId";
    private static final String ALL = "-1";

    private final Network network;
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private final Map<String, NetworkAcl> acls = new LinkedHashMap<>();
    private final Map<String, Association> associations = new LinkedHashMap<>();

    /** Which ACL a subnet has. */
    public record Association(String id, String aclId, String subnetId) {}

    NetworkAcls(Network network, Enforcement rules, UnaryOperator<String> newId) {
        this.network = network;
        this.rules = rules;
        this.newId = newId;
    }

    /** The ACL that a new VPC has: everything passes, both ways. */
    void createDefault(String vpcId) {
        NetworkAcl acl = add(vpcId, true);
        for (boolean egress : new boolean[] {true, false}) {
            acl.add(new AclEntry(100, egress, ALL, true, "0.0.0.0/0", Optional.empty(), Optional.empty()));
        }
    }

    /** An ACL that lets nothing pass. */
    public NetworkAcl create(String vpcId) {
        network.vpcs().get(vpcId);
        if (of(vpcId).size() >= Quotas.NETWORK_ACLS_OF_A_VPC) {
            throw Quotas.exceeded("NetworkAclLimitExceeded", "VpcId", vpcId, Quotas.NETWORK_ACLS_OF_A_VPC)
                    .exception();
        }
        return add(vpcId, false);
    }

    private NetworkAcl add(String vpcId, boolean isDefault) {
        NetworkAcl acl = new NetworkAcl(newId.apply("acl"), vpcId, isDefault);
        for (boolean egress : new boolean[] {true, false}) {
            acl.add(new AclEntry(AclEntry.LAST, egress, ALL, false, "0.0.0.0/0", Optional.empty(), Optional.empty()));
        }
        acls.put(acl.id(), acl);
        return acl;
    }

    public List<NetworkAcl> all() {
        return List.copyOf(acls.values());
    }

    public NetworkAcl get(String id) {
        return AwsRegion.found(acls.get(id), "InvalidNetworkAclID.NotFound", PARAMETER, id);
    }

    private List<NetworkAcl> of(String vpcId) {
        return acls.values().stream().filter(a -> a.vpcId().equals(vpcId)).toList();
    }

    /** The ACL of a subnet, or the default one of the VPC. */
    Optional<NetworkAcl> serving(String vpcId, Optional<Subnet> subnet) {
        Optional<NetworkAcl> own = subnet.flatMap(s -> associations.values().stream()
                .filter(a -> a.subnetId().equals(s.id()))
                .map(a -> acls.get(a.aclId()))
                .findFirst());
        return own.or(() -> of(vpcId).stream().filter(NetworkAcl::isDefault).findFirst());
    }

    /** The subnets that have this ACL. */
    public List<Association> associations(String aclId) {
        return associations.values().stream()
                .filter(a -> a.aclId().equals(aclId))
                .toList();
    }

    public void delete(String id) {
        NetworkAcl acl = get(id);
        if (acl.isDefault()) {
            throw Rejection.ofValue(PARAMETER, id, "it is the default of its VPC")
                    .exception();
        }
        if (!associations(id).isEmpty()) {
            throw new Rejection("DependencyViolation", PARAMETER, id, "a subnet has it").exception();
        }
        rules.beforeChange();
        acls.remove(id);
    }

    public void createEntry(String id, AclEntry entry) {
        NetworkAcl acl = get(id);
        checked(entry);
        if (acl.entry(entry.egress(), entry.number()).isPresent()) {
            throw new Rejection(
                            "NetworkAclEntryAlreadyExists",
                            "RuleNumber",
                            Integer.toString(entry.number()),
                            "the ACL has an entry of this number")
                    .exception();
        }
        long there =
                acl.entries().stream().filter(e -> e.egress() == entry.egress()).count();
        if (there > Quotas.ENTRIES_OF_A_NETWORK_ACL) {
            throw Quotas.exceeded("NetworkAclEntryLimitExceeded", PARAMETER, id, Quotas.ENTRIES_OF_A_NETWORK_ACL)
                    .exception();
        }
        rules.beforeChange();
        acl.add(entry);
    }

    public void replaceEntry(String id, AclEntry entry) {
        NetworkAcl acl = get(id);
        checked(entry);
        AclEntry old = existing(acl, entry.egress(), entry.number());
        rules.beforeChange();
        acl.remove(old);
        acl.add(entry);
    }

    public void deleteEntry(String id, boolean egress, int number) {
        NetworkAcl acl = get(id);
        AclEntry old = existing(acl, egress, number);
        if (number == AclEntry.LAST) {
            throw Rejection.ofValue("RuleNumber", Integer.toString(number), "the last entry stays")
                    .exception();
        }
        rules.beforeChange();
        acl.remove(old);
    }

    private static void checked(AclEntry entry) {
        entry.check().ifPresent(rejection -> {
            throw rejection.exception();
        });
    }

    private static AclEntry existing(NetworkAcl acl, boolean egress, int number) {
        return acl.entry(egress, number).orElseThrow(() -> new Rejection(
                        "InvalidNetworkAclEntry.NotFound",
                        "RuleNumber",
                        Integer.toString(number),
                        "the ACL has no entry of this number")
                .exception());
    }

    /** Gives the subnet of an association another ACL; the id of the new association. */
    public String replaceAssociation(String associationId, String aclId) {
        Association old = associations.values().stream()
                .filter(a -> a.id().equals(associationId))
                .findFirst()
                .orElseThrow(() -> new Rejection(
                                "InvalidAssociationID.NotFound", "AssociationId", associationId, "it does not exist")
                        .exception());
        NetworkAcl acl = get(aclId);
        if (!acl.vpcId().equals(get(old.aclId()).vpcId())) {
            throw Rejection.ofValue(PARAMETER, aclId, "it belongs to another VPC")
                    .exception();
        }
        Association replaced = new Association(newId.apply("aclassoc"), aclId, old.subnetId());
        associations.put(old.subnetId(), replaced);
        return replaced.id();
    }

    /** A new subnet gets the default ACL of its VPC. */
    void associate(Subnet subnet) {
        NetworkAcl acl = of(subnet.vpcId()).stream()
                .filter(NetworkAcl::isDefault)
                .findFirst()
                .orElseThrow();
        associations.put(subnet.id(), new Association(newId.apply("aclassoc"), acl.id(), subnet.id()));
    }

    void forgetSubnet(String subnetId) {
        associations.remove(subnetId);
    }

    /** Whether a VPC has other ACLs than its default one. */
    boolean inUse(String vpcId) {
        return of(vpcId).stream().anyMatch(a -> !a.isDefault());
    }

    void forgetVpc(String vpcId) {
        acls.values().removeIf(a -> a.vpcId().equals(vpcId));
    }
}
