package io.vpntck.reference.ec2;

/** Where a route leads: a kind and an id. */
public record RouteTarget(TargetKind kind, String id) {
    /** What the routes to a VPC's own blocks lead to. */
    public static final RouteTarget LOCAL = new RouteTarget(TargetKind.GATEWAY, "local");

    public static RouteTarget gateway(String id) {
        return new RouteTarget(TargetKind.GATEWAY, id);
    }

    /** Whether it is a virtual private gateway; of gateways, the id alone tells. */
    public boolean isVpnGateway() {
        return kind == TargetKind.GATEWAY && id.startsWith("vgw-");
    }
}
