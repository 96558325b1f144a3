package io.vpntck.steps.capture;

import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.esp.UdpEncapsulation;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A capture of the outside network, taken apart with the keys that are known. */
public final class OutsideView {
    private static final int IKE_PORT = 500;
    private static final int NAT_PORT = 4500;

    private final List<EspSecret> espSecrets;
    private final IkeDecryption ike;
    private final List<ObservedPacket> packets = new ArrayList<>();

    public OutsideView(List<CapturedPacket> capture, List<IkeSecret> ikeSecrets, List<EspSecret> espSecrets) {
        this.espSecrets = List.copyOf(espSecrets);
        this.ike = new IkeDecryption(List.copyOf(ikeSecrets));
        for (CapturedPacket captured : capture) {
            decode(captured).ifPresent(packets::add);
        }
    }

    public static OutsideView of(List<CapturedPacket> capture, Lab lab) {
        return new OutsideView(capture, lab.ikeSecrets(), lab.espSecrets());
    }

    /** Every packet, in the order of the capture. */
    public List<ObservedPacket> packets() {
        return List.copyOf(packets);
    }

    /** The packets of one kind. */
    public <P extends ObservedPacket> List<P> all(Class<P> kind) {
        return packets.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The packets of one kind between the AWS side's address of a tunnel and whoever is at its other end. */
    public <P extends ObservedPacket> List<P> of(Class<P> kind, Ipv4Address tunnel) {
        return all(kind).stream()
                .filter(p -> p.source().equals(tunnel) || p.destination().equals(tunnel))
                .toList();
    }

    private Optional<ObservedPacket> decode(CapturedPacket captured) {
        Ipv4Packet packet;
        try {
            packet = Ipv4Packet.decode(captured.packet());
        } catch (MalformedMessageException e) {
            // Without a header there is nothing to attribute it to.
            return Optional.empty();
        }
        return Optional.of(decode(captured.time(), packet));
    }

    private ObservedPacket decode(Instant time, Ipv4Packet packet) {
        try {
            if (packet.isFragment()) {
                return packet.protocol() == Ipv4Packet.ESP || packet.protocol() == Ipv4Packet.UDP
                        ? new ObservedPacket.Malformed(time, packet, "a fragment")
                        : new ObservedPacket.Clear(time, packet);
            }
            if (packet.protocol() == Ipv4Packet.ESP) {
                return esp(time, packet, packet.payload(), false);
            }
            return packet.protocol() == Ipv4Packet.UDP
                    ? udp(time, packet, UdpDatagram.decode(packet))
                    : new ObservedPacket.Clear(time, packet);
        } catch (MalformedMessageException e) {
            return new ObservedPacket.Malformed(time, packet, e.getMessage());
        }
    }

    private ObservedPacket udp(Instant time, Ipv4Packet packet, UdpDatagram datagram) throws MalformedMessageException {
        if (datagram.destinationPort() == IKE_PORT || datagram.sourcePort() == IKE_PORT) {
            return message(time, packet, datagram.sourcePort(), datagram.payload());
        }
        if (datagram.destinationPort() != NAT_PORT && datagram.sourcePort() != NAT_PORT) {
            return new ObservedPacket.Clear(time, packet);
        }
        return switch (UdpEncapsulation.of(datagram.payload())) {
            case IKE ->
                message(
                        time,
                        packet,
                        datagram.sourcePort(),
                        datagram.payload().from(UdpEncapsulation.NON_ESP_MARKER.length()));
            case ESP -> esp(time, packet, datagram.payload(), true);
            case KEEPALIVE -> new ObservedPacket.NatKeepalive(time, packet);
            case MALFORMED -> new ObservedPacket.Malformed(time, packet, "too short for port 4500");
        };
    }

    private ObservedPacket message(Instant time, Ipv4Packet packet, int sourcePort, Octets octets)
            throws MalformedMessageException {
        IsakmpMessage message = IsakmpMessage.decode(octets);
        return new ObservedPacket.Ike(time, packet, sourcePort, message, ike.open(message));
    }

    private ObservedPacket esp(Instant time, Ipv4Packet packet, Octets octets, boolean inUdp)
            throws MalformedMessageException {
        EspPacket esp = EspPacket.decode(octets);
        return new ObservedPacket.Esp(time, packet, esp.spi(), esp.sequence(), inUdp, inner(packet, esp));
    }

    /** An SPI is its receiver's: the destination is part of what names an SA. */
    private Optional<Ipv4Packet> inner(Ipv4Packet packet, EspPacket esp) throws MalformedMessageException {
        for (EspSecret secret : espSecrets) {
            EspKeys keys = new EspKeys(
                    secret.spi(),
                    secret.encryption(),
                    secret.integrity(),
                    secret.encryptionKey(),
                    secret.integrityKey());
            if (secret.spi() == esp.spi()
                    && secret.destination().equals(packet.destination())
                    && esp.isAuthentic(keys)) {
                return Optional.of(Ipv4Packet.decode(esp.open(keys).data()));
            }
        }
        return Optional.empty();
    }
}
