package io.vpntck.reference.tunnel;

import io.vpntck.reference.ip.Fragmentation;
import io.vpntck.reference.ip.IcmpFragmentationNeeded;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.MssClamp;
import io.vpntck.reference.lab.DropReason;
import java.util.List;

/**
 * The logical interface of a tunnel: makes packets fit before they are encrypted (Amazon VPC Network Administrator
 * Guide, "Requirements for Your Customer Gateway", 2018-09).
 *
 * <p>The outer packet never exceeds the 1,500 octets of an Ethernet link, whatever MTU is set: what fits depends on the
 * algorithms and on NAT traversal.
 */
public final class TunnelInterface {
    private static final int LINK_MTU = 1500;
    /** IP and TCP headers without options. */
    private static final int TCP_HEADERS = 40;

    private final TunnelEnd end;
    private final InterfaceRules rules;
    private int identification;

    public TunnelInterface(TunnelEnd end, InterfaceRules rules) {
        this.end = end;
        this.rules = rules;
    }

    public TunnelEnd end() {
        return end;
    }

    private int mtu() {
        return Math.min(rules.mtu(), end.largestInner(LINK_MTU));
    }

    /** Sends a packet, in fragments where it has to; or hands an ICMP error for its sender back. */
    public Step send(Ipv4Packet packet) {
        Ipv4Packet inner = clamped(packet);
        int mtu = mtu();
        if (inner.totalLength() <= mtu) {
            return end.send(inner);
        }
        if (inner.dontFragment() && !rules.clearDf()) {
            return refused(inner, mtu);
        }
        if (!rules.fragmentFirst()) {
            return end.send(inner);
        }
        Step step = Step.NOTHING;
        for (Ipv4Packet fragment : Fragmentation.fit(fragmentable(inner), mtu)) {
            step = step.and(end.send(fragment));
        }
        return step;
    }

    /** A whole packet with DF set need not have an identification of its own (RFC 6864, section 4.1): it gets one. */
    private Ipv4Packet fragmentable(Ipv4Packet packet) {
        if (!packet.dontFragment() || packet.isFragment()) {
            return packet.withDontFragment(false);
        }
        identification = identification + 1 & 0xffff;
        return packet.withDontFragment(false).withIdentification(identification);
    }

    private Step refused(Ipv4Packet packet, int mtu) {
        Step dropped =
                Step.dropped(DropReason.TOO_LARGE, packet, packet.totalLength() + " octets for an MTU of " + mtu);
        return rules.tellsTooLarge()
                ? IcmpFragmentationNeeded.about(packet, mtu, rules.address())
                        .map(error -> dropped.and(Step.back(error)))
                        .orElse(dropped)
                : dropped;
    }

    /** What comes out of the tunnel as it goes on: TCP is told both ways what fits. */
    public List<Ipv4Packet> received(Step step) {
        return step.inner().stream().map(this::clamped).toList();
    }

    private Ipv4Packet clamped(Ipv4Packet packet) {
        return rules.mss()
                .map(limit -> MssClamp.apply(packet, Math.min(limit, mtu() - TCP_HEADERS)))
                .orElse(packet);
    }
}
