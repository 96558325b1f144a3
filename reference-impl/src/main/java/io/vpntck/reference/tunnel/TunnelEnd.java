package io.vpntck.reference.tunnel;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.esp.UdpEncapsulation;
import io.vpntck.reference.ikev1.Ikev1Effect;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.Ikev1Session;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One end of one tunnel: takes what arrives at its outside address and what is to go through, and says what to send.
 *
 * <p>IKE on UDP 500, IKE and ESP on UDP 4500 where there is a NAT device (RFC 3948), ESP as IP protocol 50 else. A
 * fragment is dropped and never reassembled. Nothing that did not come through an SA is ever handed on as inner packet.
 */
public final class TunnelEnd {
    private static final int IKE_PORT = 500;
    private static final int NAT_PORT = 4500;

    private final Ikev1Session session;
    private final boolean natTraversal;
    private final boolean followsPorts;
    private final Secrets secrets = new Secrets();
    private final EspPairs pairs;
    private final Leniency leniency;
    private final EspReceiver receiver;
    private int identification;

    public TunnelEnd(Ikev1Policy policy, Entropy entropy) {
        this(policy, entropy, Reception.STRICT);
    }

    public TunnelEnd(Ikev1Policy policy, Entropy entropy, Reception reception) {
        this.session = new Ikev1Session(policy, entropy);
        this.natTraversal = policy.natTraversal().offered();
        this.followsPorts = policy.conduct().followsPorts();
        this.pairs = new EspPairs(entropy, policy.conduct().sendsOnOldest(), reception.window());
        this.leniency = reception.leniency();
        this.receiver = new EspReceiver(pairs, leniency);
    }

    /** Whether traffic can go through now. */
    public boolean isUp() {
        return pairs.anyCarries();
    }

    /** Octets of the largest inner packet whose outer packet fits a link; the link's MTU itself while there is no SA. */
    public int largestInner(int linkMtu) {
        return pairs.newest().map(pair -> pair.largestInner(linkMtu)).orElse(linkMtu);
    }

    public List<IkeSecret> ikeSecrets() {
        return secrets.ike();
    }

    public List<EspSecret> espSecrets() {
        return secrets.esp();
    }

    /** Takes a packet that was sent to this end's outside address. */
    public Step receive(Ipv4Packet packet, Instant now) {
        if (packet.isFragment()) {
            return Step.dropped(DropReason.FRAGMENT, packet, "a fragment");
        }
        if (packet.protocol() == Ipv4Packet.ESP) {
            return esp(packet.payload(), Optional.empty(), packet, now);
        }
        if (packet.protocol() != Ipv4Packet.UDP) {
            return leniency.inClear(packet)
                    .map(Step::inner)
                    .orElse(Step.dropped(DropReason.IN_CLEAR, packet, "neither ESP nor UDP: in clear"));
        }
        try {
            return udp(packet, UdpDatagram.decode(packet), now);
        } catch (MalformedMessageException e) {
            return Step.dropped(DropReason.MALFORMED, packet, "malformed: " + e.getMessage());
        }
    }

    private Step udp(Ipv4Packet packet, UdpDatagram datagram, Instant now) {
        UdpEndpoint local = new UdpEndpoint(packet.destination(), Math.max(1, datagram.destinationPort()));
        UdpEndpoint remote = new UdpEndpoint(packet.source(), Math.max(1, datagram.sourcePort()));
        if (datagram.destinationPort() == IKE_PORT) {
            return apply(session.receive(local, remote, datagram.payload(), now));
        }
        if (datagram.destinationPort() != NAT_PORT) {
            return Step.dropped(DropReason.IN_CLEAR, packet, "UDP port " + datagram.destinationPort() + ": in clear");
        }
        if (!natTraversal) {
            return Step.dropped(DropReason.IN_CLEAR, packet, "UDP port 4500 without NAT traversal");
        }
        return switch (UdpEncapsulation.of(datagram.payload())) {
            case IKE ->
                apply(session.receive(
                        local, remote, datagram.payload().from(UdpEncapsulation.NON_ESP_MARKER.length()), now));
            case ESP -> esp(datagram.payload(), Optional.of(remote), packet, now);
            case KEEPALIVE -> Step.NOTHING;
            case MALFORMED -> Step.dropped(DropReason.MALFORMED, packet, "too short for port 4500");
        };
    }

    private Step esp(Octets payload, Optional<UdpEndpoint> from, Ipv4Packet packet, Instant now) {
        EspReceiver.Result result = receiver.receive(payload, packet);
        result.heard().ifPresent(pair -> {
            session.heard(now);
            from.filter(port -> followsPorts).ifPresent(pair::heardFrom);
        });
        return result.step();
    }

    /** Sends an inner packet through the newest pair that carries it; a packet that no pair carries is dropped. */
    public Step send(Ipv4Packet inner) {
        Optional<EspPair> carrier = pairs.carrierOf(inner);
        if (carrier.isEmpty()) {
            return Step.dropped(DropReason.NO_SA, inner, "no SA carries it");
        }
        EspPair pair = carrier.get();
        return pair.outbound()
                .protect(inner)
                .map(esp -> Step.out(outer(pair, inner, esp)))
                .orElseGet(() -> Step.dropped(DropReason.NO_SA, inner, "sequence numbers are used up"));
    }

    /** The outer header copies DSCP, and clears DF as AWS advises (RFC 4301, section 5.1.2.1). */
    private Ipv4Packet outer(EspPair pair, Ipv4Packet inner, Octets esp) {
        Ipv4Address from = pair.local().address();
        Ipv4Address to = pair.remote().address();
        int protocol = pair.udpEncapsulated() ? Ipv4Packet.UDP : Ipv4Packet.ESP;
        Octets payload = pair.udpEncapsulated()
                ? new UdpDatagram(pair.local().port(), pair.remote().port(), esp).encode(from, to)
                : esp;
        return new Ipv4Packet(
                inner.typeOfService() & 0xfc,
                nextIdentification(),
                false,
                false,
                0,
                64,
                protocol,
                from,
                to,
                Octets.EMPTY,
                payload);
    }

    /** Raises what is missing of this tunnel. */
    public Step initiate(Instant now) {
        return apply(session.initiate(now));
    }

    public Step tick(Instant now) {
        return apply(session.tick(now));
    }

    public Optional<Instant> wakeAt() {
        return session.wakeAt();
    }

    /** Takes the tunnel down, telling the peer. */
    public Step close(Instant now) {
        return apply(session.close(now));
    }

    private Step apply(List<Ikev1Effect> effects) {
        Step step = Step.NOTHING;
        for (Ikev1Effect effect : effects) {
            step = step.and(apply(effect));
        }
        return step;
    }

    private Step apply(Ikev1Effect effect) {
        if (effect instanceof Ikev1Effect.Transmit transmit) {
            boolean marked = transmit.from().port() == NAT_PORT;
            Octets payload =
                    marked ? Octets.concat(UdpEncapsulation.NON_ESP_MARKER, transmit.message()) : transmit.message();
            return sent(transmit.from(), transmit.to(), payload);
        }
        if (effect instanceof Ikev1Effect.TransmitNatKeepalive keepalive) {
            return sent(keepalive.from(), keepalive.to(), UdpEncapsulation.KEEPALIVE_OCTET);
        }
        if (effect instanceof Ikev1Effect.Phase1Up up) {
            secrets.add(up);
            return Step.note("ike-sa-up", up.initiatorCookie() + " " + up.responderCookie());
        }
        if (effect instanceof Ikev1Effect.Phase1Down down) {
            return Step.note("ike-sa-down", down.initiatorCookie() + ": " + down.reason());
        }
        if (effect instanceof Ikev1Effect.SaPairInbound awaited) {
            secrets.add(awaited.pair());
            pairs.await(awaited.pair());
            return Step.NOTHING;
        }
        if (effect instanceof Ikev1Effect.SaPairUp up) {
            if (pairs.carry(up)) {
                secrets.add(up);
            }
            return Step.note(
                    "sa-pair-up",
                    String.format(
                            "in %08x out %08x %s === %s",
                            up.inbound().spi(),
                            up.outbound().spi(),
                            up.selectors().local(),
                            up.selectors().remote()));
        }
        if (effect instanceof Ikev1Effect.SaPairDown down) {
            pairs.remove(down);
            return Step.note("sa-pair-down", String.format("in %08x: %s", down.inboundSpi(), down.reason()));
        }
        if (effect instanceof Ikev1Effect.Ignored ignored) {
            return Step.note("ignored", ignored.reason());
        }
        return Step.note("peer-dead", "no answer to DPD");
    }

    private Step sent(UdpEndpoint from, UdpEndpoint to, Octets payload) {
        Octets datagram = new UdpDatagram(from.port(), to.port(), payload).encode(from.address(), to.address());
        Ipv4Packet packet = Ipv4Packet.of(from.address(), to.address(), Ipv4Packet.UDP, datagram)
                .withIdentification(nextIdentification());
        return Step.out(packet);
    }

    private int nextIdentification() {
        identification = identification + 1 & 0xffff;
        return identification;
    }
}
