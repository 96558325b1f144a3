package io.vpntck.reference.host;

import io.vpntck.reference.ip.Fragmentation;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IcmpFragmentationNeeded;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Reassembly;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host with one address and one link of 1,500 octets.
 *
 * <p>A packet of its own that is larger leaves in fragments, or not at all where DF forbids it. Of what arrived, the
 * last 4,096 packets are kept.
 */
public final class Host {
    private static final int LINK_MTU = 1500;
    private static final int MOST_KEPT = 4096;
    /** Type and code. */
    private static final Octets FRAGMENTATION_NEEDED = Octets.of(new byte[] {3, 4});

    private final Ipv4Address address;
    private final List<EchoRun> runs = new ArrayList<>();
    private final Deque<Arrival> arrived = new ArrayDeque<>();
    private final Reassembly reassembly = new Reassembly();
    private final List<Ipv4Packet> waiting = new ArrayList<>();
    private final TcpPorts tcp;
    private int identification;

    public Host(Ipv4Address address) {
        this.address = address;
        this.tcp = new TcpPorts(address);
    }

    public Ipv4Address address() {
        return address;
    }

    /** Begins a row of echo requests; the first is due at once. */
    public EchoRun ping(EchoRun.Spec spec, Instant now) {
        EchoRun run = new EchoRun(runs.size() + 1, spec, now);
        runs.add(run);
        return run;
    }

    /** As above, with DF clear. */
    public EchoRun ping(Ipv4Address destination, int count, Duration interval, int dataLength, Instant now) {
        return ping(new EchoRun.Spec(destination, count, interval, dataLength, false), now);
    }

    /** Sends a packet as it is with the next tick, which is due at once. */
    public void send(Ipv4Packet packet) {
        waiting.add(packet);
    }

    /** Takes TCP connections at a port, and sends {@code octets} on each while it takes what comes. */
    public void serve(int port, long octets) {
        tcp.serve(port, octets);
    }

    /** Opens a TCP connection with the next tick; sends {@code octets} and takes what comes until the end. */
    public TcpTransfer transfer(Ipv4Address destination, int port, long octets) {
        return tcp.connect(destination, port, octets);
    }

    /** What came over the link, fragments one by one, in order. */
    public List<Arrival> arrived() {
        return List.copyOf(arrived);
    }

    /** Takes a packet; returns what it sends in answer. */
    public List<Ipv4Packet> receive(Ipv4Packet packet, Instant now) {
        if (!packet.destination().equals(address)) {
            return List.of();
        }
        if (arrived.size() == MOST_KEPT) {
            arrived.remove();
        }
        arrived.add(new Arrival(now, packet));
        return reassembly.add(packet).map(whole -> answer(whole, now)).orElse(List.of());
    }

    private List<Ipv4Packet> answer(Ipv4Packet packet, Instant now) {
        return switch (packet.protocol()) {
            case Ipv4Packet.ICMP -> {
                icmp(packet, now);
                yield IcmpEcho.answerTo(packet).map(this::onLink).orElse(List.of());
            }
            case Ipv4Packet.TCP -> onLink(tcp.receive(packet, now));
            default -> List.of();
        };
    }

    private void icmp(Ipv4Packet packet, Instant now) {
        try {
            if (packet.payload().startsWith(FRAGMENTATION_NEEDED)) {
                refused(IcmpFragmentationNeeded.decode(packet), now);
                return;
            }
            IcmpEcho echo = IcmpEcho.decode(packet);
            if (!echo.request()) {
                runs.forEach(run -> run.heard(packet.source(), echo));
            }
        } catch (MalformedMessageException e) {
            // As RFC 1122, section 3.2.2, has it: what is unknown or broken is discarded.
            return;
        }
    }

    private void refused(IcmpFragmentationNeeded error, Instant now) {
        int header = (error.original().at(0) & 0xf) * 4;
        if (error.original().length() < header + 8) {
            return;
        }
        if (error.original().at(9) == Ipv4Packet.ICMP) {
            runs.forEach(run -> run.refused(error.original().from(header), error.nextHopMtu()));
        } else if (error.original().at(9) == Ipv4Packet.TCP) {
            tcp.refused(error.original().from(header), error.nextHopMtu(), now);
        }
    }

    public List<Ipv4Packet> tick(Instant now) {
        List<Ipv4Packet> out = new ArrayList<>(waiting);
        waiting.clear();
        for (EchoRun run : runs) {
            while (run.next().filter(at -> !at.isAfter(now)).isPresent()) {
                out.addAll(onLink(run.request(address)));
            }
        }
        out.addAll(onLink(tcp.tick(now)));
        return out;
    }

    private List<Ipv4Packet> onLink(List<Ipv4Packet> packets) {
        return packets.stream().flatMap(packet -> onLink(packet).stream()).toList();
    }

    private List<Ipv4Packet> onLink(Ipv4Packet packet) {
        identification = identification + 1 & 0xffff;
        return Fragmentation.fit(packet.withIdentification(identification), LINK_MTU);
    }

    public Optional<Instant> wakeAt() {
        Optional<Instant> atOnce = waiting.isEmpty() ? Optional.empty() : Optional.of(Instant.MIN);
        return Stream.concat(runs.stream().map(EchoRun::next), Stream.of(tcp.wakeAt(), atOnce))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
