package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.Rejection;
import io.vpntck.reference.ec2.RouteTarget;
import io.vpntck.reference.ec2.TargetKind;
import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.Ipv6Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes of route tables, and their propagation. */
final class RouteActions {
    private static final String TABLE = "RouteTableId";
    private static final String IPV4 = "DestinationCidrBlock";
    private static final String IPV6 = "DestinationIpv6CidrBlock";

    private RouteActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateRoute", RouteActions::create,
                "ReplaceRoute", RouteActions::replace,
                "DeleteRoute", RouteActions::delete,
                "EnableVgwRoutePropagation", RouteActions::enablePropagation,
                "DisableVgwRoutePropagation", RouteActions::disablePropagation);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().routes().create(in.required(TABLE), destination(in), target(in));
        out.value("return", true);
    }

    private static void replace(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().routes().replace(in.required(TABLE), destination(in), target(in));
        out.value("return", true);
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().routes().delete(in.required(TABLE), destination(in));
        out.value("return", true);
    }

    /** One of the two families. */
    private static IpPrefix destination(Parameters in) {
        Optional<String> ipv6 = in.optional(IPV6);
        if (ipv6.isEmpty()) {
            String text = in.required(IPV4);
            return Ipv4Prefix.parse(text).orElseThrow(() -> noNetwork(IPV4, text));
        }
        if (in.optional(IPV4).isPresent()) {
            throw tooMany(IPV6, ipv6.get(), "there is an IPv4 destination as well");
        }
        return Ipv6Prefix.parse(ipv6.get()).orElseThrow(() -> noNetwork(IPV6, ipv6.get()));
    }

    private static RuntimeException noNetwork(String parameter, String text) {
        return Rejection.ofValue(parameter, text, "it is not a network in CIDR notation")
                .exception();
    }

    private static RuntimeException tooMany(String parameter, String value, String rule) {
        return new Rejection("InvalidParameterCombination", parameter, value, rule).exception();
    }

    /** Exactly one. */
    private static RouteTarget target(Parameters in) {
        List<RouteTarget> targets = new ArrayList<>();
        for (TargetKind kind : TargetKind.values()) {
            in.optional(kind.parameter()).ifPresent(id -> targets.add(new RouteTarget(kind, id)));
        }
        if (targets.isEmpty()) {
            throw new Rejection("MissingParameter", TargetKind.GATEWAY.parameter(), "", "a route needs a target")
                    .exception();
        }
        if (targets.size() > 1) {
            RouteTarget second = targets.get(1);
            throw tooMany(second.kind().parameter(), second.id(), "a route has one target");
        }
        return targets.get(0);
    }

    private static void enablePropagation(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().routes().enablePropagation(in.required(TABLE), in.required("GatewayId"));
        out.value("return", true);
    }

    private static void disablePropagation(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().routes().disablePropagation(in.required(TABLE), in.required("GatewayId"));
        out.value("return", true);
    }
}
