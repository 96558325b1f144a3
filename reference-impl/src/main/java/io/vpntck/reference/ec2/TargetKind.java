package io.vpntck.reference.ec2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a route can lead to, and how the Query API names it. */
public enum TargetKind {
    /** An internet gateway or a virtual private gateway. */
    GATEWAY("GatewayId", "igw", "InvalidGatewayID.NotFound"),
    INSTANCE("InstanceId", "i", "InvalidInstanceID.NotFound"),
    NAT_GATEWAY("NatGatewayId", "nat", "InvalidNatGatewayID.NotFound"),
    NETWORK_INTERFACE("NetworkInterfaceId", "eni", "InvalidNetworkInterfaceID.NotFound"),
    VPC_PEERING_CONNECTION("VpcPeeringConnectionId", "pcx", "InvalidVpcPeeringConnectionID.NotFound"),
    EGRESS_ONLY_INTERNET_GATEWAY("EgressOnlyInternetGatewayId", "eigw", "InvalidGatewayID.NotFound");

    private final String parameter;
    private final String idPrefix;
    private final String notFound;

    TargetKind(String parameter, String idPrefix, String notFound) {
        this.parameter = parameter;
        this.idPrefix = idPrefix;
        this.notFound = notFound;
    }

    /** The kind of a target that the lab makes: by its name in lower case, with hyphens. */
    static Optional<TargetKind> ofLab(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind != GATEWAY)
                .filter(kind ->
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    /** The request parameter. */
    public String parameter() {
        return parameter;
    }

    /** The element in answers. */
    public String element() {
        return Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1);
    }

    String idPrefix() {
        return idPrefix;
    }

    String notFound() {
        return notFound;
    }
}
