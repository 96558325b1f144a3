package io.vpntck.reference.configuration;

/**
 * What a native configuration says of packets that do not fit, whatever algorithms it names; both tunnels are alike.
 *
 * @param clearDf whether packets are fragmented that forbid it
 * @param fragmentBefore whether packets are fragmented before they are encrypted
 * @param mss the TCP maximum segment size to lower others to, in octets
 */
public record PacketSettings(boolean clearDf, boolean fragmentBefore, int mss) {

    /** @throws UnreadableConfigurationException with one line that says what is wrong */
    public static PacketSettings read(String xml) throws UnreadableConfigurationException {
        return NativeReader.packetSettings(xml);
    }
}
