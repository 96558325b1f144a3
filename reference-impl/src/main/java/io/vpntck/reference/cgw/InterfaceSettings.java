package io.vpntck.reference.cgw;

import io.vpntck.reference.configuration.PacketSettings;
import io.vpntck.reference.configuration.UnreadableConfigurationException;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.tunnel.InterfaceRules;
import java.util.Optional;

/**
 * How the gateway's tunnel interfaces are set up, both alike.
 *
 * @param mtu in octets; the native document says none
 * @param mss TCP maximum segment size, in octets
 */
public record InterfaceSettings(int mtu, boolean clearDf, boolean fragmentFirst, int mss) {
    /** The MTU of the generic text configuration (2018-09), "#3 Tunnel Interface Configuration". */
    public static final int GENERIC_MTU = 1436;

    static final InterfaceSettings GENERIC = new InterfaceSettings(GENERIC_MTU, true, true, 1387);

    /** What the native document says, with an MTU from elsewhere. */
    public static InterfaceSettings of(String document, int mtu) throws UnreadableConfigurationException {
        PacketSettings packets = PacketSettings.read(document);
        return new InterfaceSettings(mtu, packets.clearDf(), packets.fragmentBefore(), packets.mss());
    }

    InterfaceRules rules(Ipv4Address router) {
        return new InterfaceRules(router, mtu, clearDf, fragmentFirst, Optional.of(mss), true);
    }
}
