package io.vpntck.reference.configuration;

import java.util.Comparator;
import java.util.List;

/**
 * What the native XML configuration of a VPN connection says, {@code vpn_connection}.
 *
 * @param vpnGatewayId empty where the connection ends at another kind of gateway
 * @param staticRoutesOnly whether it has the attribute NoBGPVPNConnection
 * @param tunnels two, in the order of the document
 */
public record NativeConfiguration(
        String connectionId,
        String customerGatewayId,
        String vpnGatewayId,
        boolean staticRoutesOnly,
        List<NativeTunnel> tunnels) {

    public NativeConfiguration {
        tunnels = List.copyOf(tunnels);
        if (tunnels.size() != 2) {
            throw new IllegalArgumentException(tunnels.size() + " tunnels");
        }
    }

    /** Reads a document; no DOCTYPE and no entities. */
    public static NativeConfiguration read(String xml) throws UnreadableConfigurationException {
        return NativeReader.read(xml);
    }

    /**
     * The tunnels in an order that does not hang on the document's: by the AWS side's outside address, compared as text, as
     * Terraform's AWS provider counts them.
     */
    public List<NativeTunnel> tunnelsByOutsideAddress() {
        return tunnels.stream()
                .sorted(Comparator.comparing(
                        tunnel -> tunnel.vpnGateway().outsideAddress().toString()))
                .toList();
    }

    /** Whether every tunnel asks for AES-128, SHA-1 and group 2, the least that a customer gateway must be able to do. */
    public boolean asksForTheMinimum() {
        return tunnels.stream()
                .allMatch(tunnel -> tunnel.ike().isMinimum() && tunnel.ipsec().isMinimum());
    }
}
