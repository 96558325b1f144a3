package io.vpntck.reference.ec2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A network ACL of a VPC. */
public final class NetworkAcl {
    private final String id;
    private final String vpcId;
    private final boolean isDefault;
    private final List<AclEntry> entries = new ArrayList<>();

    NetworkAcl(String id, String vpcId, boolean isDefault) {
        this.id = id;
        this.vpcId = vpcId;
        this.isDefault = isDefault;
    }

    public String id() {
        return id;
    }

    public String vpcId() {
        return vpcId;
    }

    /** Whether subnets have it that nobody chose another for. */
    public boolean isDefault() {
        return isDefault;
    }

    /** Outbound ones first, each direction by number. */
    public List<AclEntry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing((AclEntry e) -> !e.egress()).thenComparing(AclEntry::number))
                .toList();
    }

    Optional<AclEntry> entry(boolean egress, int number) {
        return entries.stream()
                .filter(e -> e.egress() == egress && e.number() == number)
                .findFirst();
    }

    void add(AclEntry entry) {
        entries.add(entry);
    }

    void remove(AclEntry entry) {
        entries.remove(entry);
    }
}
