package io.vpntck.steps.glue;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/**
 * What an account has now: AWS goes on listing for a while what was deleted, also by an earlier scenario of the same account.
 */
final class Present {
    private static final List<String> GONE = List.of("deleting", "deleted");

    private Present() {}

    static List<VpnGateway> vpnGateways(Ec2Client ec2, Filter... filters) {
        return ec2.describeVpnGateways(r -> r.filters(filters)).vpnGateways().stream()
                .filter(g -> !GONE.contains(g.stateAsString()))
                .toList();
    }

    static List<CustomerGateway> customerGateways(Ec2Client ec2) {
        return ec2.describeCustomerGateways().customerGateways().stream()
                .filter(g -> !GONE.contains(g.state()))
                .toList();
    }

    static List<VpnConnection> vpnConnections(Ec2Client ec2) {
        return ec2.describeVpnConnections().vpnConnections().stream()
                .filter(c -> !GONE.contains(c.stateAsString()))
                .toList();
    }
}
