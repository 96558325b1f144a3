package io.vpntck.containers;

import java.util.Map;

/**
 * The link between the AWS side and the gateway: a veth pair in the network namespace of the AWS side's container, which
 * a gateway's container shares. The gateway's kernel, which is its own, takes over one end.
 *
 * <p>A network of the engine would not do: it drops each packet with an address that is not of that network, and with it
 * what a gateway leaks in clear (docs/adr/0007).
 */
final class OutsideLink {
    static final String GATEWAY = "198.51.100.10";
    /** The AWS side's own address, the sink for all that has no other way. */
    private static final String SINK = "198.51.100.2";
    /** Outside addresses of tunnels. */
    private static final String TUNNELS = "198.51.100.128/25";

    private static final String LENGTH = "/24";
    private static final String AWS_SIDE_END = "out0";
    private static final String GATEWAY_END = "gw0";

    private OutsideLink() {}

    /** Environment of the AWS side's container, which makes the link. */
    static Map<String, String> ofAwsSide() {
        return Map.of(
                "OUTSIDE_LINK", AWS_SIDE_END,
                "GATEWAY_LINK", GATEWAY_END,
                "SINK", SINK + LENGTH,
                "OUTSIDE", TUNNELS);
    }

    /** Environment of a gateway's container. */
    static Map<String, String> ofGateway() {
        return Map.of("LINK", GATEWAY_END, "ADDRESS", GATEWAY + LENGTH, "DEFAULT_ROUTE", SINK);
    }
}
