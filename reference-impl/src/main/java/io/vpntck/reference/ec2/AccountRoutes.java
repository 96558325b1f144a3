package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;

/** The route tables of an account, as they are at the moment. */
final class AccountRoutes implements VpcRoutes {
    private final AwsAccount account;

    AccountRoutes(AwsAccount account) {
        this.account = account;
    }

    @Override
    public long revision() {
        return account.revision();
    }

    @Override
    public List<Route> of(String vpcId, Ipv4Address host) {
        return account.regions().stream()
                .map(AwsRegion::network)
                .filter(network -> network.vpcs().find(vpcId).isPresent())
                .findFirst()
                .map(network -> network.routes()
                        .of(network.tables().serving(vpcId, network.subnets().of(vpcId, host))))
                .orElse(List.of());
    }
}
