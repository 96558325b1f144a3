package io.vpntck.steps.glue;

import io.vpntck.steps.testbed.RequestLedger;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.CreateCustomerGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpnGatewayResponse;

/** Enters the requests of an SDK client, and the resources that they make, into the ledger of the scenario that has it. */
final class CreationWatch implements ExecutionInterceptor {
    private final String region;
    private final AtomicReference<Optional<RequestLedger>> current = new AtomicReference<>(Optional.empty());

    CreationWatch(String region) {
        this.region = region;
    }

    void enterInto(Optional<RequestLedger> ledger) {
        current.set(ledger);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        current.get().ifPresent(RequestLedger::begin);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        current.get().ifPresent(ledger -> {
            made(context.response()).ifPresent(id -> ledger.add(new RequestLedger.Made(region, id)));
            ledger.end();
        });
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        current.get().ifPresent(RequestLedger::end);
    }

    /** The id of what the request made, for those that make something. */
    private static Optional<String> made(SdkResponse response) {
        if (response instanceof CreateVpcResponse r) {
            return Optional.of(r.vpc().vpcId());
        }
        if (response instanceof CreateSubnetResponse r) {
            return Optional.of(r.subnet().subnetId());
        }
        if (response instanceof CreateRouteTableResponse r) {
            return Optional.of(r.routeTable().routeTableId());
        }
        if (response instanceof CreateInternetGatewayResponse r) {
            return Optional.of(r.internetGateway().internetGatewayId());
        }
        if (response instanceof CreateSecurityGroupResponse r) {
            return Optional.of(r.groupId());
        }
        if (response instanceof CreateNetworkAclResponse r) {
            return Optional.of(r.networkAcl().networkAclId());
        }
        if (response instanceof CreateVpnGatewayResponse r) {
            return Optional.of(r.vpnGateway().vpnGatewayId());
        }
        if (response instanceof CreateCustomerGatewayResponse r) {
            return Optional.of(r.customerGateway().customerGatewayId());
        }
        return response instanceof CreateVpnConnectionResponse r
                ? Optional.of(r.vpnConnection().vpnConnectionId())
                : Optional.empty();
    }
}
