package io.vpntck.steps.capture;

import io.vpntck.reference.bgp.BgpException;
import io.vpntck.reference.bgp.BgpFramer;
import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.MalformedMessageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The BGP messages that went through one tunnel, in the order in which they were complete. */
public final class BgpView {
    private static final int PORT = 179;

    private final Map<Flow, TcpStream> streams = new HashMap<>();
    private final Map<Flow, BgpFramer> framers = new HashMap<>();
    private final List<ObservedBgp> messages = new ArrayList<>();
    private final List<ObservedBgpSegment> segments = new ArrayList<>();

    private record Flow(Ipv4Address source, int sourcePort, int destinationPort) {}

    /** A segment of a BGP connection, and the packet within ESP that it came in. */
    public record ObservedBgpSegment(Instant time, Ipv4Packet packet, TcpSegment segment) {}

    private BgpView() {}

    /** @param tunnel the outside address of the AWS side */
    public static BgpView of(OutsideView view, Ipv4Address tunnel) {
        BgpView bgp = new BgpView();
        view.of(ObservedPacket.Esp.class, tunnel)
                .forEach(esp -> esp.inner().ifPresent(packet -> bgp.add(esp.time(), packet)));
        return bgp;
    }

    public List<ObservedBgp> messages() {
        return List.copyOf(messages);
    }

    /** The messages of one kind that one side sent. */
    public <M extends BgpMessage> List<M> from(Ipv4Address source, Class<M> kind) {
        return messages.stream()
                .filter(m -> m.source().equals(source))
                .map(ObservedBgp::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public List<ObservedBgpSegment> segments() {
        return List.copyOf(segments);
    }

    /** Whether a packet belongs to BGP. */
    public static Optional<TcpSegment> segment(Ipv4Packet packet) {
        if (packet.protocol() != Ipv4Packet.TCP || packet.isFragment()) {
            return Optional.empty();
        }
        try {
            TcpSegment segment = TcpSegment.decode(packet);
            return Optional.of(segment).filter(s -> s.sourcePort() == PORT || s.destinationPort() == PORT);
        } catch (MalformedMessageException e) {
            // It is no segment that either side would take.
            return Optional.empty();
        }
    }

    private void add(Instant time, Ipv4Packet packet) {
        Optional<TcpSegment> found = segment(packet);
        if (found.isEmpty()) {
            return;
        }
        TcpSegment segment = found.get();
        segments.add(new ObservedBgpSegment(time, packet, segment));
        Flow flow = new Flow(packet.source(), segment.sourcePort(), segment.destinationPort());
        TcpStream stream = streams.computeIfAbsent(flow, f -> new TcpStream());
        if (stream.beginsWith(segment)) {
            framers.remove(flow);
        }
        BgpFramer framer = framers.computeIfAbsent(flow, f -> new BgpFramer());
        framer.append(stream.add(segment));
        try {
            for (Optional<BgpFramer.Frame> frame = framer.next(); frame.isPresent(); frame = framer.next()) {
                messages.add(new ObservedBgp(time, packet, BgpMessage.decode(frame.get())));
            }
        } catch (BgpException e) {
            // What a scenario makes the gateway send may be no message; what follows it in its segment cannot be read.
            framers.put(flow, new BgpFramer());
        }
    }
}
