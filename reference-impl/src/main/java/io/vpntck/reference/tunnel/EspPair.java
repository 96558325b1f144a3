package io.vpntck.reference.tunnel;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.InboundSa;
import io.vpntck.reference.esp.OutboundSa;
import io.vpntck.reference.ikev1.Ikev1Effect;
import io.vpntck.reference.ikev1.Selectors;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpEndpoint;

/**
 * A pair of SAs in use: for what comes in at once, for what goes out when it is told to carry. The peer's endpoint
 * follows its authentic packets when they come in UDP.
 */
final class EspPair {
    private final Ikev1Effect.SaPairUp up;
    private final InboundSa inbound;
    private final OutboundSa outbound;
    private UdpEndpoint remote;
    private boolean carrying;

    EspPair(Ikev1Effect.SaPairUp up, Entropy entropy, int window) {
        this.up = up;
        this.inbound = new InboundSa(keys(up, up.inbound()), window);
        this.outbound = new OutboundSa(keys(up, up.outbound()), entropy);
        this.remote = up.remote();
    }

    private static EspKeys keys(Ikev1Effect.SaPairUp up, Ikev1Effect.Sa sa) {
        return new EspKeys(sa.spi(), up.encryption(), up.integrity(), sa.encryptionKey(), sa.integrityKey());
    }

    InboundSa inbound() {
        return inbound;
    }

    OutboundSa outbound() {
        return outbound;
    }

    int largestInner(int linkMtu) {
        return Overhead.largestInner(linkMtu, up.udpEncapsulated(), outbound.keys());
    }

    boolean udpEncapsulated() {
        return up.udpEncapsulated();
    }

    UdpEndpoint local() {
        return up.local();
    }

    UdpEndpoint remote() {
        return remote;
    }

    void heardFrom(UdpEndpoint newRemote) {
        remote = newRemote;
    }

    void carry() {
        carrying = true;
    }

    boolean carrying() {
        return carrying;
    }

    boolean carries(Ipv4Packet inner) {
        Selectors selectors = up.selectors();
        return carrying
                && selectors.local().contains(inner.source())
                && selectors.remote().contains(inner.destination());
    }

    /** Whether a packet that came out may have been sent into this pair (RFC 4301, section 5.2). */
    boolean mayBring(Ipv4Packet inner) {
        Selectors selectors = up.selectors();
        return selectors.remote().contains(inner.source()) && selectors.local().contains(inner.destination());
    }
}
