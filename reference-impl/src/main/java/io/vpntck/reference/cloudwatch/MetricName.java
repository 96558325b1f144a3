package io.vpntck.reference.cloudwatch;

import java.util.Arrays;
import java.util.Optional;

/** What is measured of a tunnel (Amazon VPC User Guide, "VPN Metrics and Dimensions"). */
public enum MetricName {
    /** 0 for DOWN, 1 for UP. */
    TUNNEL_STATE("TunnelState", "None"),
    /** Octets received through the tunnel, counted after decryption. */
    TUNNEL_DATA_IN("TunnelDataIn", "Bytes"),
    /** Octets sent through the tunnel, counted before encryption. */
    TUNNEL_DATA_OUT("TunnelDataOut", "Bytes");

    private final String word;
    private final String unit;

    MetricName(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    public String word() {
        return word;
    }

    /** The unit of its points, in CloudWatch's words. */
    public String unit() {
        return unit;
    }

    public static Optional<MetricName> ofWord(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }
}
