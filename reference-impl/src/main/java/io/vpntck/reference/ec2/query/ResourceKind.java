package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The kinds of resources that can have tags: what their ids begin with, and how DescribeTags names them. */
enum ResourceKind {
    VPC("vpc", "vpc", (region, id) -> region.network().vpcs().get(id)),
    VPN_GATEWAY("vgw", "vpn-gateway", AwsRegion::shownVpnGateway),
    CUSTOMER_GATEWAY("cgw", "customer-gateway", AwsRegion::shownCustomerGateway),
    VPN_CONNECTION("vpn", "vpn-connection", (region, id) -> region.connections().get(id)),
    ROUTE_TABLE("rtb", "route-table", (region, id) -> region.network().tables().get(id)),
    SUBNET("subnet", "subnet", (region, id) -> region.network().subnets().get(id)),
    INTERNET_GATEWAY("igw", "internet-gateway", (region, id) -> region.network()
            .internetGateways()
            .get(id)),
    SECURITY_GROUP("sg", "security-group", (region, id) -> region.network()
            .securityGroups()
            .get(id)),
    NETWORK_ACL("acl", "network-acl", (region, id) -> region.network().acls().get(id));

    private final String prefix;
    private final String word;
    private final BiConsumer<AwsRegion, String> lookup;

    ResourceKind(String prefix, String word, BiConsumer<AwsRegion, String> lookup) {
        this.prefix = prefix;
        this.word = word;
        this.lookup = lookup;
    }

    static Optional<ResourceKind> of(String id) {
        return Arrays.stream(values())
                .filter(kind -> id.startsWith(kind.prefix + "-"))
                .findFirst();
    }

    String word() {
        return word;
    }

    /** @throws io.vpntck.reference.ec2.RejectedRequestException when there is no such resource */
    void require(AwsRegion region, String id) {
        lookup.accept(region, id);
    }
}
