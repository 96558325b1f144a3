package io.vpntck.steps.glue;

import io.vpntck.steps.query.QueryAnswer;
import io.vpntck.steps.testbed.RequestLedger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Enters requests that are made by hand, and what they make, into the ledger, as {@link CreationWatch} does for the SDK's. */
final class CreatedByHand {
    /** Where an answer has the id of what was made. */
    private static final Map<String, String> IDS = Map.of(
            "CreateVpcResponse", "vpc/vpcId",
            "CreateSubnetResponse", "subnet/subnetId",
            "CreateRouteTableResponse", "routeTable/routeTableId",
            "CreateInternetGatewayResponse", "internetGateway/internetGatewayId",
            "CreateSecurityGroupResponse", "groupId",
            "CreateNetworkAclResponse", "networkAcl/networkAclId",
            "CreateVpnGatewayResponse", "vpnGateway/vpnGatewayId",
            "CreateCustomerGatewayResponse", "customerGateway/customerGatewayId",
            "CreateVpnConnectionResponse", "vpnConnection/vpnConnectionId");

    private CreatedByHand() {}

    /** Makes the request under the eyes of the ledger, where there is one. */
    static QueryAnswer entered(Optional<RequestLedger> ledger, String region, Supplier<QueryAnswer> request) {
        if (ledger.isEmpty()) {
            return request.get();
        }
        ledger.get().begin();
        try {
            QueryAnswer answer = request.get();
            made(answer).ifPresent(id -> ledger.get().add(new RequestLedger.Made(region, id)));
            return answer;
        } finally {
            ledger.get().end();
        }
    }

    /** The id of what was made, if the request has made something. */
    static Optional<String> made(QueryAnswer answer) {
        if (answer.status() != 200) {
            return Optional.empty();
        }
        return Optional.ofNullable(IDS.get(answer.root().getLocalName())).flatMap(answer::text);
    }
}
