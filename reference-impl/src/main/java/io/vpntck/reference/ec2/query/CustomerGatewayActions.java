package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.CustomerGateway;
import io.vpntck.reference.ec2.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Customer gateways. */
final class CustomerGatewayActions {
    private static final long DEFAULT_ASN = 65_000;

    private CustomerGatewayActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateCustomerGateway", CustomerGatewayActions::create,
                "DescribeCustomerGateways", CustomerGatewayActions::describe,
                "DeleteCustomerGateway", CustomerGatewayActions::delete);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        VpnGatewayActions.requireIpsec(in, region);
        long asn = in.number("BgpAsnExtended", in.number("BgpAsn", DEFAULT_ASN));
        CustomerGateway gateway = region.createCustomerGateway(address(in), asn);
        out.open("customerGateway");
        write(out, region, gateway);
        out.close();
    }

    /** Older clients say {@code PublicIp} and send {@code IpAddress}; newer ones have both. */
    private static String address(Parameters in) {
        Optional<String> older = in.optional("PublicIp");
        Optional<String> newer = in.optional("IpAddress");
        if (older.isPresent() && newer.isPresent() && !older.equals(newer)) {
            throw new Rejection("InvalidParameterCombination", "PublicIp", older.get(), "IpAddress is " + newer.get())
                    .exception();
        }
        return newer.or(() -> older).orElseGet(() -> in.required("IpAddress"));
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<CustomerGateway> gateways =
                Filters.named(in, region, "CustomerGatewayId", region.customerGateways(), region::shownCustomerGateway);
        Listing.write(
                out,
                region,
                "customerGatewaySet",
                Filters.apply(in, region, gateways, CustomerGateway::id, filters(region)),
                (item, gateway) -> write(item, region, gateway));
    }

    private static Map<String, Function<CustomerGateway, List<String>>> filters(AwsRegion region) {
        return Map.of(
                "bgp-asn", gateway -> List.of(Long.toString(gateway.bgpAsn())),
                "customer-gateway-id", gateway -> List.of(gateway.id()),
                "ip-address", gateway -> List.of(gateway.address().toString()),
                "state", gateway -> List.of(gateway.state(region.now())),
                "type", gateway -> List.of("ipsec.1"));
    }

    private static void write(XmlAnswer out, AwsRegion region, CustomerGateway gateway) {
        out.value("customerGatewayId", gateway.id())
                .value("state", gateway.state(region.now()))
                .value("type", region.commits(ControlPlaneFault.WRONG_TYPE) ? "ipsec.2" : "ipsec.1")
                .value("ipAddress", region.shownAddress(gateway))
                .value("bgpAsn", region.shownAsn(gateway));
        TagActions.write(out, region, gateway.id());
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.deleteCustomerGateway(in.required("CustomerGatewayId"));
        out.value("return", true);
    }
}
