package io.vpntck.reference.configuration;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.Optional;

/** One {@code ipsec_tunnel} of the native document. */
public record NativeTunnel(End customerGateway, End vpnGateway, Ike ike, Ipsec ipsec) {

    /**
     * One end of the tunnel.
     *
     * @param insideLength of the prefix inside the tunnel, in bits
     * @param bgp empty for static routing
     */
    public record End(Ipv4Address outsideAddress, Ipv4Address insideAddress, int insideLength, Optional<Bgp> bgp) {}

    /** @param holdTime in seconds */
    public record Bgp(long asn, int holdTime) {}

    /**
     * Phase 1.
     *
     * @param lifetime in seconds
     * @param group the Diffie-Hellman group's number, which the document calls {@code perfect_forward_secrecy}
     */
    public record Ike(
            String authentication, String encryption, int lifetime, int group, String mode, String preSharedKey) {

        boolean isMinimum() {
            return authentication.equals("sha1") && encryption.equals("aes-128-cbc") && group == 2;
        }
    }

    /**
     * Phase 2, and how packets are treated.
     *
     * @param lifetime in seconds
     * @param mss TCP maximum segment size, in octets
     * @param dpdInterval in seconds
     */
    public record Ipsec(
            String protocol,
            String authentication,
            String encryption,
            int lifetime,
            int group,
            String mode,
            boolean clearDf,
            boolean fragmentBefore,
            int mss,
            int dpdInterval,
            int dpdRetries) {

        boolean isMinimum() {
            return authentication.equals("hmac-sha1-96") && encryption.equals("aes-128-cbc") && group == 2;
        }
    }
}
