package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.InternetGateway;
import io.vpntck.reference.ec2.InternetGateways;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Internet gateways. */
final class InternetGatewayActions {
    /** What AWS calls the state of an attachment; the model of the API has another word. */
    private static final String ATTACHED = "available";

    private static final Map<String, Function<InternetGateway, List<String>>> FILTERS = Map.of(
            "internet-gateway-id", gateway -> List.of(gateway.id()),
            "attachment.vpc-id", gateway -> gateway.vpcId().stream().toList(),
            "attachment.state",
                    gateway -> gateway.vpcId().map(vpc -> ATTACHED).stream().toList());

    private InternetGatewayActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateInternetGateway", InternetGatewayActions::create,
                "DescribeInternetGateways", InternetGatewayActions::describe,
                "AttachInternetGateway", InternetGatewayActions::attach,
                "DetachInternetGateway", InternetGatewayActions::detach,
                "DeleteInternetGateway", InternetGatewayActions::delete);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        InternetGateway gateway = region.network().internetGateways().create();
        out.open("internetGateway");
        write(out, region, gateway);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        InternetGateways gateways = region.network().internetGateways();
        out.set(
                "internetGatewaySet",
                Filters.apply(
                        in,
                        region,
                        Filters.named(in, region, "InternetGatewayId", gateways.all(), gateways::get),
                        InternetGateway::id,
                        FILTERS),
                (item, gateway) -> write(item, region, gateway));
    }

    private static void write(XmlAnswer out, AwsRegion region, InternetGateway gateway) {
        out.value("internetGatewayId", gateway.id())
                .set("attachmentSet", gateway.vpcId().stream().toList(), (item, vpc) -> item.value("vpcId", vpc)
                        .value("state", ATTACHED));
        TagActions.write(out, region, gateway.id());
    }

    private static void attach(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().internetGateways().attach(in.required("InternetGatewayId"), in.required("VpcId"));
        out.value("return", true);
    }

    private static void detach(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().internetGateways().detach(in.required("InternetGatewayId"), in.required("VpcId"));
        out.value("return", true);
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().internetGateways().delete(in.required("InternetGatewayId"));
        out.value("return", true);
    }
}
