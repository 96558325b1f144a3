package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.Rejection;
import io.vpntck.reference.ec2.VpnGateway;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Virtual private gateways. */
final class VpnGatewayActions {
    private VpnGatewayActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateVpnGateway", VpnGatewayActions::create,
                "DescribeVpnGateways", VpnGatewayActions::describe,
                "AttachVpnGateway", VpnGatewayActions::attach,
                "DetachVpnGateway", VpnGatewayActions::detach,
                "DeleteVpnGateway", VpnGatewayActions::delete);
    }

    /** The only type there is. */
    static void requireIpsec(Parameters in, AwsRegion region) {
        if (region.commits(ControlPlaneFault.ACCEPTS_NO_TYPE)
                && in.optional("Type").isEmpty()) {
            return;
        }
        String type = in.required("Type");
        if (!type.equals("ipsec.1") && !region.commits(ControlPlaneFault.ACCEPTS_ANY_TYPE)) {
            throw Rejection.ofValue("Type", type, "the type is ipsec.1").exception();
        }
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        requireIpsec(in, region);
        VpnGateway gateway = region.createVpnGateway(in.optional("AmazonSideAsn"));
        out.open("vpnGateway");
        write(out, region, gateway);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<VpnGateway> gateways =
                Filters.named(in, region, "VpnGatewayId", region.vpnGateways(), region::shownVpnGateway);
        Listing.write(
                out,
                region,
                "vpnGatewaySet",
                Filters.apply(in, region, gateways, VpnGateway::id, filters(region)),
                (item, gateway) -> write(item, region, gateway));
    }

    private static Map<String, Function<VpnGateway, List<String>>> filters(AwsRegion region) {
        return Map.of(
                "amazon-side-asn", gateway -> List.of(Long.toString(gateway.amazonSideAsn())),
                "attachment.vpc-id",
                        gateway -> gateway.attachedVpc().map(List::of).orElse(List.of()),
                "attachment.state",
                        gateway -> gateway.attachmentState(region.now())
                                .map(List::of)
                                .orElse(List.of()),
                "availability-zone", gateway -> List.of(),
                "state", gateway -> List.of(gateway.state(region.now())),
                "type", gateway -> List.of("ipsec.1"),
                "vpn-gateway-id", gateway -> List.of(gateway.id()));
    }

    private static void write(XmlAnswer out, AwsRegion region, VpnGateway gateway) {
        out.value("vpnGatewayId", gateway.id())
                .value("state", gateway.state(region.now()))
                .value("type", "ipsec.1")
                .open("attachments");
        gateway.lastVpc().ifPresent(vpc -> {
            out.open("item")
                    .value("vpcId", vpc)
                    .value("state", shownState(region, gateway))
                    .close();
        });
        out.close().value("amazonSideAsn", region.shownAsn(gateway));
        TagActions.write(out, region, gateway.id());
    }

    private static String shownState(AwsRegion region, VpnGateway gateway) {
        String state = gateway.attachmentState(region.now()).orElseThrow();
        return state.equals("detaching") && region.commits(ControlPlaneFault.ATTACHMENT_AVAILABLE)
                ? "available"
                : state;
    }

    private static void attach(Parameters in, AwsRegion region, XmlAnswer out) {
        String gateway = in.required("VpnGatewayId");
        region.attachVpnGateway(gateway, in.required("VpcId"));
        out.open("attachment")
                .value("vpcId", in.required("VpcId"))
                .value(
                        "state",
                        region.vpnGateway(gateway).attachmentState(region.now()).orElseThrow())
                .close();
    }

    private static void detach(Parameters in, AwsRegion region, XmlAnswer out) {
        region.detachVpnGateway(in.required("VpnGatewayId"), in.required("VpcId"));
        out.value("return", true);
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.deleteVpnGateway(in.required("VpnGatewayId"));
        out.value("return", true);
    }
}
