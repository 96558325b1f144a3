package io.vpntck.reports.gateways;

import io.vpntck.steps.testbed.RequestLedger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnState;

/**
 * Takes away from an endpoint what a scenario made there, in the order in which AWS lets it go.
 *
 * <p>What refuses to go, because something else is not gone yet, is tried again until the time is up.
 */
final class Sweep {
    /** Connections before gateways, gateways before VPCs. */
    private static final List<String> ORDER =
            List.of("vpn-", "vgw-", "cgw-", "igw-", "rtbassoc-", "subnet-", "rtb-", "acl-", "sg-", "vpc-");

    private static final Duration POLL = Duration.ofMillis(200);

    private final Ec2Client ec2;
    private final Duration limit;

    /** @param limit for all of it: deleting a connection takes minutes at AWS */
    Sweep(Ec2Client ec2, Duration limit) {
        this.ec2 = ec2;
        this.limit = limit;
    }

    /**
     * Deletes these resources, and waits until they are gone.
     *
     * @return those that are still there when the time is up
     */
    List<RequestLedger.Made> away(List<RequestLedger.Made> made) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<RequestLedger.Made> left =
                made.stream().sorted(Comparator.comparingInt(Sweep::rank)).toList();
        while (true) {
            left = left.stream().filter(m -> !gone(m.id())).toList();
            if (left.isEmpty() || System.nanoTime() > deadline) {
                return left;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static int rank(RequestLedger.Made made) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (made.id().startsWith(ORDER.get(i))) {
                return i;
            }
        }
        return ORDER.size();
    }

    /** Asks for the deletion; whether nothing of it is left. */
    private boolean gone(String id) {
        try {
            return delete(id);
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            return code.endsWith(".NotFound");
        } catch (SdkException e) {
            return false;
        }
    }

    private boolean delete(String id) {
        switch (id.substring(0, id.indexOf('-') + 1)) {
            case "vpn-" -> {
                return connection(id);
            }
            case "vgw-" -> {
                return vpnGateway(id);
            }
            case "cgw-" -> {
                return customerGateway(id);
            }
            case "igw-" -> internetGateway(id);
            case "rtb-" -> routeTable(id);
            case "rtbassoc-" -> {
                // Goes with its table.
                return true;
            }
            case "subnet-" -> ec2.deleteSubnet(r -> r.subnetId(id));
            case "acl-" -> ec2.deleteNetworkAcl(r -> r.networkAclId(id));
            case "sg-" -> ec2.deleteSecurityGroup(r -> r.groupId(id));
            default -> vpc(id);
        }
        return true;
    }

    private boolean connection(String id) {
        List<VpnState> states = ec2.describeVpnConnections(r -> r.vpnConnectionIds(id)).vpnConnections().stream()
                .map(c -> c.state())
                .toList();
        if (states.isEmpty() || states.get(0) == VpnState.DELETED) {
            return true;
        }
        if (states.get(0) != VpnState.DELETING) {
            ec2.deleteVpnConnection(r -> r.vpnConnectionId(id));
        }
        return false;
    }

    private boolean vpnGateway(String id) {
        var found = ec2.describeVpnGateways(r -> r.vpnGatewayIds(id)).vpnGateways();
        if (found.isEmpty() || found.get(0).state() == VpnState.DELETED) {
            return true;
        }
        boolean attached = false;
        for (VpcAttachment attachment : found.get(0).vpcAttachments()) {
            if (attachment.state() == AttachmentStatus.ATTACHED || attachment.state() == AttachmentStatus.ATTACHING) {
                ec2.detachVpnGateway(r -> r.vpnGatewayId(id).vpcId(attachment.vpcId()));
            }
            attached |= attachment.state() != AttachmentStatus.DETACHED;
        }
        if (!attached && found.get(0).state() != VpnState.DELETING) {
            ec2.deleteVpnGateway(r -> r.vpnGatewayId(id));
        }
        return false;
    }

    private boolean customerGateway(String id) {
        List<String> states = ec2.describeCustomerGateways(r -> r.customerGatewayIds(id)).customerGateways().stream()
                .map(g -> g.state())
                .toList();
        if (states.isEmpty() || states.get(0).equals("deleted")) {
            return true;
        }
        if (!states.get(0).equals("deleting")) {
            ec2.deleteCustomerGateway(r -> r.customerGatewayId(id));
        }
        return false;
    }

    private void internetGateway(String id) {
        ec2.describeInternetGateways(r -> r.internetGatewayIds(id)).internetGateways().stream()
                .flatMap(g -> g.attachments().stream())
                .forEach(a ->
                        ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(a.vpcId())));
        ec2.deleteInternetGateway(r -> r.internetGatewayId(id));
    }

    /** One that has become the main table of its VPC goes with the VPC. */
    private void routeTable(String id) {
        var tables = ec2.describeRouteTables(r -> r.routeTableIds(id)).routeTables();
        List<RouteTableAssociation> associations =
                tables.isEmpty() ? List.of() : tables.get(0).associations();
        associations.stream()
                .filter(a -> !Boolean.TRUE.equals(a.main()))
                .forEach(a -> ec2.disassociateRouteTable(r -> r.associationId(a.routeTableAssociationId())));
        if (associations.stream().noneMatch(a -> Boolean.TRUE.equals(a.main()))) {
            ec2.deleteRouteTable(r -> r.routeTableId(id));
        }
    }

    /** With the table that came with the VPC, where a scenario made another the main one. */
    private void vpc(String id) {
        Filter ofVpc = Filter.builder().name("vpc-id").values(id).build();
        ec2.describeRouteTables(r -> r.filters(ofVpc)).routeTables().forEach(table -> routeTable(table.routeTableId()));
        ec2.deleteVpc(r -> r.vpcId(id));
    }
}
