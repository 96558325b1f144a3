package io.vpntck.reference.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The internet gateways of a region: a VPC has one at most.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html">Amazon VPC User Guide,
 *     "Internet Gateways" (2018-09)</a>
 */
public final class InternetGateways {
    private static final String PARAMETER = "InternetGatewayId";

    private final Network network;
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private final Map<String, InternetGateway> gateways = new LinkedHashMap<>();

    InternetGateways(Network network, Enforcement rules, UnaryOperator<String> newId) {
        this.network = network;
        this.rules = rules;
        this.newId = newId;
    }

    public InternetGateway create() {
        rules.demand(
                gateways.size() < Quotas.INTERNET_GATEWAYS,
                ControlPlaneFault.UNLIMITED_INTERNET_GATEWAYS,
                () -> Quotas.exceeded("InternetGatewayLimitExceeded", PARAMETER, "", Quotas.INTERNET_GATEWAYS));
        InternetGateway gateway = new InternetGateway(newId.apply("igw"));
        gateways.put(gateway.id(), gateway);
        return gateway;
    }

    public List<InternetGateway> all() {
        return List.copyOf(gateways.values());
    }

    public InternetGateway get(String id) {
        return AwsRegion.found(gateways.get(id), "InvalidInternetGatewayID.NotFound", PARAMETER, id);
    }

    Optional<InternetGateway> find(String id) {
        return Optional.ofNullable(gateways.get(id));
    }

    boolean attachedTo(String vpcId) {
        return gateways.values().stream().anyMatch(g -> g.vpcId().equals(Optional.of(vpcId)));
    }

    public void attach(String id, String vpcId) {
        InternetGateway gateway = get(id);
        network.vpcs().get(vpcId);
        rules.demand(
                gateway.vpcId().isEmpty(),
                ControlPlaneFault.MOVES_INTERNET_GATEWAY,
                () -> new Rejection("Resource.AlreadyAssociated", PARAMETER, id, "it is attached already"));
        rules.demand(
                !attachedTo(vpcId),
                ControlPlaneFault.ALLOWS_SECOND_INTERNET_GATEWAY,
                () -> Rejection.ofValue("VpcId", vpcId, "another internet gateway is attached to it"));
        rules.beforeChange();
        gateway.attach(vpcId);
    }

    public void detach(String id, String vpcId) {
        InternetGateway gateway = get(id);
        network.vpcs().get(vpcId);
        rules.demand(
                gateway.vpcId().equals(Optional.of(vpcId)),
                ControlPlaneFault.DETACHES_ANY_INTERNET_GATEWAY,
                () -> new Rejection("Gateway.NotAttached", PARAMETER, id, "it is not attached to " + vpcId));
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_INTERNET_GATEWAY_ATTACHED)) {
            gateway.detach();
        }
    }

    public void delete(String id) {
        rules.demand(
                get(id).vpcId().isEmpty(),
                ControlPlaneFault.DELETES_ATTACHED_INTERNET_GATEWAY,
                () -> new Rejection("DependencyViolation", PARAMETER, id, "it is attached to a VPC"));
        rules.beforeChange();
        gateways.remove(id);
    }
}
