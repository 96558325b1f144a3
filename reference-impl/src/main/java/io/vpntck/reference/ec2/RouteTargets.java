package io.vpntck.reference.ec2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the routes of a region can lead to, gateways and what the lab has put there, and in which VPC each is. */
public final class RouteTargets {
    private final AwsRegion region;
    private final Network network;
    private final Map<RouteTarget, String> ofLab = new LinkedHashMap<>();

    RouteTargets(AwsRegion region, Network network) {
        this.region = region;
        this.network = network;
    }

    /**
     * A target of a kind that the API of this edition's subset has no call for.
     *
     * @param kind for example {@code nat-gateway} or {@code vpc-peering-connection}
     */
    RouteTarget add(String vpcId, String kind) {
        network.vpcs().get(vpcId);
        TargetKind parsed = TargetKind.ofLab(kind)
                .orElseThrow(() -> new IllegalArgumentException("the lab makes no route target of the kind " + kind));
        RouteTarget target = new RouteTarget(parsed, region.newId(parsed.idPrefix()));
        ofLab.put(target, vpcId);
        return target;
    }

    /** Whether there was such a target of the lab. */
    boolean remove(String id) {
        return ofLab.keySet().removeIf(target -> target.id().equals(id));
    }

    /**
     * Refuses a target that a table of this VPC cannot have.
     *
     * @throws RejectedRequestException when it does not exist or is elsewhere
     */
    void require(RouteTarget target, String vpcId) {
        AwsRegion.found(
                exists(target) ? target : null,
                target.kind().notFound(),
                target.kind().parameter(),
                target.id());
        if (!usable(target, vpcId)) {
            throw Rejection.ofValue(
                            target.kind().parameter(), target.id(), "it is not attached to the VPC of the route table")
                    .exception();
        }
    }

    private boolean exists(RouteTarget target) {
        return target.kind() == TargetKind.GATEWAY
                ? region.findVpnGateway(target.id()).isPresent()
                        || network.internetGateways().find(target.id()).isPresent()
                : ofLab.containsKey(target);
    }

    /** Whether packets of this VPC can go there now. */
    boolean usable(RouteTarget target, String vpcId) {
        if (target.equals(RouteTarget.LOCAL)) {
            return true;
        }
        Optional<String> in = target.kind() == TargetKind.GATEWAY
                ? network.internetGateways()
                        .find(target.id())
                        .flatMap(InternetGateway::vpcId)
                        .or(() -> region.findVpnGateway(target.id()).flatMap(VpnGateway::attachedVpc))
                : Optional.ofNullable(ofLab.get(target));
        return in.equals(Optional.of(vpcId));
    }
}
