package io.vpntck.reference.cloudwatch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric of the namespace {@code AWS/VPN}.
 *
 * @param dimensions values by dimension name: {@code VpnId}, {@code TunnelIpAddress} or both
 */
public record Metric(MetricName name, Map<String, String> dimensions) {
    public static final String NAMESPACE = "AWS/VPN";
    static final String VPN_ID = "VpnId";
    static final String TUNNEL_IP_ADDRESS = "TunnelIpAddress";

    public Metric {
        dimensions = Map.copyOf(dimensions);
    }

    /** Dimensions in the order of their names. */
    public List<Map.Entry<String, String>> sorted() {
        return List.copyOf(new TreeMap<>(dimensions).entrySet());
    }
}
