package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The VPCs of a region.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Subnets.html">Amazon VPC User Guide, "VPCs and
 *     Subnets" (2018-09)</a>
 */
public final class Vpcs {
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private final Map<String, Vpc> vpcs = new LinkedHashMap<>();

    Vpcs(Enforcement rules, UnaryOperator<String> newId) {
        this.rules = rules;
        this.newId = newId;
    }

    Vpc create(String text) {
        Ipv4Prefix cidr = Ipv4Prefix.parse(text)
                .orElseThrow(() -> Rejection.ofValue("CidrBlock", text, "it is not a network in CIDR notation")
                        .exception());
        rules.demand(hasVpcSize(cidr), ControlPlaneFault.ACCEPTS_ANY_VPC_SIZE, () -> wrongSize(text));
        if (cidr.length() == 28 && rules.commits(ControlPlaneFault.REFUSES_SMALLEST_VPC)) {
            throw wrongSize(text).exception();
        }
        rules.demand(
                vpcs.size() < Quotas.VPCS,
                ControlPlaneFault.UNLIMITED_VPCS,
                () -> Quotas.exceeded("VpcLimitExceeded", "CidrBlock", text, Quotas.VPCS));
        Vpc vpc = new Vpc(newId.apply("vpc"), new CidrAssociation(newId.apply("vpc-cidr-assoc"), cidr));
        vpcs.put(vpc.id(), vpc);
        return vpc;
    }

    static boolean hasVpcSize(Ipv4Prefix cidr) {
        return cidr.length() >= 16 && cidr.length() <= 28;
    }

    static Rejection wrongSize(String cidr) {
        return new Rejection("InvalidVpc.Range", "CidrBlock", cidr, "its size is not between /16 and /28");
    }

    public List<Vpc> all() {
        return List.copyOf(vpcs.values());
    }

    public Vpc get(String id) {
        return AwsRegion.found(vpcs.get(id), "InvalidVpcID.NotFound", "VpcId", id);
    }

    public Optional<Vpc> find(String id) {
        return Optional.ofNullable(vpcs.get(id));
    }

    void remove(String id) {
        vpcs.remove(id);
    }
}
