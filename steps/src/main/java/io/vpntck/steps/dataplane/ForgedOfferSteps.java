package io.vpntck.steps.dataplane;

import io.cucumber.java.en.Given;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.glue.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers that no gateway can be told to make, made of its own on the way to the AWS side. */
public final class ForgedOfferSteps {
    /** RFC 2409, appendix A. */
    private static final int AUTHENTICATION_METHOD = 3;

    private static final Map<String, Integer> METHODS = Map.of("DSS signatures", 2, "RSA signatures", 3);
    private static final int IKE_PORT = 500;

    private final World world;

    public ForgedOfferSteps(World world) {
        this.world = world;
    }

    @Given("every first message of the gateway offers {} for authentication when it arrives")
    public void everyFirstMessageOffers(String method) {
        int number = METHODS.get(method);
        Ipv4Address gateway = world.testbed().gateway().outsideAddress();
        world.testbed()
                .wire()
                .alter(
                        captured -> first(captured.packet(), gateway).isPresent(),
                        octets -> first(octets, gateway).orElseThrow().offering(number),
                        0);
    }

    /** A first message of main mode, and what it came in. */
    private record First(Ipv4Packet packet, UdpDatagram datagram, IsakmpMessage message, List<Payload> payloads) {
        Octets offering(int method) {
            List<Payload> changed = payloads.stream()
                    .map(p -> p instanceof SecurityAssociationPayload sa ? with(sa, method) : p)
                    .toList();
            Octets octets = IsakmpMessage.clear(
                            message.header().initiatorCookie(),
                            message.header().responderCookie(),
                            ExchangeType.IDENTITY_PROTECTION,
                            0,
                            changed)
                    .encode();
            return packet.readdressed(
                            packet.source(),
                            packet.destination(),
                            new UdpDatagram(datagram.sourcePort(), datagram.destinationPort(), octets)
                                    .encode(packet.source(), packet.destination()))
                    .encode();
        }
    }

    private static Optional<First> first(Octets octets, Ipv4Address gateway) {
        try {
            Ipv4Packet packet = Ipv4Packet.decode(octets);
            if (packet.protocol() != Ipv4Packet.UDP || !packet.source().equals(gateway)) {
                return Optional.empty();
            }
            UdpDatagram datagram = UdpDatagram.decode(packet);
            if (datagram.destinationPort() != IKE_PORT) {
                return Optional.empty();
            }
            IsakmpMessage message = IsakmpMessage.decode(datagram.payload());
            return message.header().responderCookie().equals(IsakmpHeader.NO_COOKIE)
                    ? Optional.of(new First(
                            packet, datagram, message, message.payloads().payloads()))
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static Payload with(SecurityAssociationPayload offer, int method) {
        return new SecurityAssociationPayload(offer.proposals().stream()
                .map(p -> new Proposal(
                        p.number(),
                        p.protocol(),
                        p.spi(),
                        p.transforms().stream().map(t -> with(t, method)).toList()))
                .toList());
    }

    private static Transform with(Transform transform, int method) {
        return new Transform(
                transform.number(),
                transform.transformId(),
                transform.attributes().stream()
                        .map(a -> a.attributeType() == AUTHENTICATION_METHOD
                                ? Attribute.of(AUTHENTICATION_METHOD, method)
                                : a)
                        .toList());
    }
}
