package io.vpntck.reference.ec2;

import java.util.function.UnaryOperator;

/** The VPCs of one region with all that is in them. */
public final class Network {
    private final String regionName;
    private final Enforcement rules;
    private final Vpcs vpcs;
    private final VpcBlocks blocks;
    private final Subnets subnets;
    private final InternetGateways internetGateways;
    private final RouteTables tables;
    private final RouteTargets targets;
    private final Routes routes;
    private final SecurityGroups securityGroups;
    private final NetworkAcls acls;

    Network(String regionName, AwsRegion region, Enforcement rules) {
        this.regionName = regionName;
        this.rules = rules;
        UnaryOperator<String> newId = region::newId;
        vpcs = new Vpcs(rules, newId);
        blocks = new VpcBlocks(this, rules, newId);
        subnets = new Subnets(this, rules, newId);
        internetGateways = new InternetGateways(this, rules, newId);
        tables = new RouteTables(this, rules, newId);
        targets = new RouteTargets(region, this);
        routes = new Routes(region, this, rules);
        securityGroups = new SecurityGroups(this, rules, newId);
        acls = new NetworkAcls(this, rules, newId);
    }

    String regionName() {
        return regionName;
    }

    public Vpcs vpcs() {
        return vpcs;
    }

    public VpcBlocks blocks() {
        return blocks;
    }

    public Subnets subnets() {
        return subnets;
    }

    public InternetGateways internetGateways() {
        return internetGateways;
    }

    public RouteTables tables() {
        return tables;
    }

    public RouteTargets targets() {
        return targets;
    }

    public Routes routes() {
        return routes;
    }

    public SecurityGroups securityGroups() {
        return securityGroups;
    }

    public NetworkAcls acls() {
        return acls;
    }

    /** A VPC with its main route table, its default security group and its default network ACL. */
    public Vpc createVpc(String cidrBlock) {
        Vpc vpc = vpcs.create(cidrBlock);
        tables.createMain(vpc.id());
        securityGroups.createDefault(vpc.id());
        acls.createDefault(vpc.id());
        return vpc;
    }

    /** Deletes a VPC that nothing is left in but what came with it. */
    void deleteVpc(String id) {
        Vpc vpc = vpcs.get(id);
        boolean empty = subnets.of(id).isEmpty()
                && !internetGateways.attachedTo(id)
                && tables.of(id).size() == 1
                && !securityGroups.inUse(id)
                && !acls.inUse(id);
        if (!empty) {
            throw new Rejection("DependencyViolation", "VpcId", vpc.id(), "there is something left in it").exception();
        }
        rules.beforeChange();
        tables.forgetVpc(id);
        securityGroups.forgetVpc(id);
        acls.forgetVpc(id);
        vpcs.remove(id);
    }
}
