package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of an account's VPCs, as they are at the moment. */
final class AccountRules implements VpcRules {
    private final Supplier<List<AwsRegion>> regions;

    AccountRules(Supplier<List<AwsRegion>> regions) {
        this.regions = regions;
    }

    private Optional<Network> network(String vpcId) {
        return regions.get().stream()
                .map(AwsRegion::network)
                .filter(network -> network.vpcs().find(vpcId).isPresent())
                .findFirst();
    }

    @Override
    public Optional<List<IpPermission>> securityGroup(String vpcId, boolean outbound) {
        return network(vpcId).flatMap(network -> network.securityGroups().of(vpcId).stream()
                .filter(SecurityGroup::isDefault)
                .map(group -> group.permissions(outbound))
                .findFirst());
    }

    @Override
    public Optional<List<AclEntry>> networkAcl(String vpcId, Ipv4Address host, boolean egress) {
        return network(vpcId)
                .flatMap(network ->
                        network.acls().serving(vpcId, network.subnets().of(vpcId, host)))
                .map(acl ->
                        acl.entries().stream().filter(e -> e.egress() == egress).toList());
    }

    @Override
    public Optional<String> target(String vpcId, Ipv4Address host, IpPrefix destination) {
        return network(vpcId)
                .flatMap(network ->
                        network
                                .routes()
                                .of(network.tables()
                                        .serving(vpcId, network.subnets().of(vpcId, host)))
                                .stream()
                                .filter(route ->
                                        route.active() && route.destination().covers(destination))
                                .max(Comparator.comparingInt(
                                        route -> route.destination().length()))
                                .map(route -> route.target().id()));
    }
}
