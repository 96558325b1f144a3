package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A host with one address that answers ICMP echo requests and sends rows of its own. */
public final class SimulatedHost implements IpNode {
    private final Ipv4Address address;
    private final String link;
    private final List<EchoRun> runs = new ArrayList<>();

    public SimulatedHost(Ipv4Address address, String link) {
        this.address = address;
        this.link = link;
    }

    public Ipv4Address address() {
        return address;
    }

    /** Begins a row of echo requests with so many octets of data; the first is due at once. */
    public EchoRun ping(Ipv4Address destination, int count, Duration interval, int dataLength, Instant now) {
        EchoRun run = new EchoRun(runs.size() + 1, destination, count, interval, pattern(dataLength), now);
        runs.add(run);
        return run;
    }

    private static Octets pattern(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return Octets.of(octets);
    }

    @Override
    public List<Emission> receive(String from, Ipv4Packet packet, Instant now) {
        if (!packet.destination().equals(address) || packet.protocol() != Ipv4Packet.ICMP || packet.isFragment()) {
            return List.of();
        }
        try {
            IcmpEcho echo = IcmpEcho.decode(packet);
            if (echo.request()) {
                return List.of(emission(packet.source(), echo.reply()));
            }
            runs.stream()
                    .filter(run -> run.identifier == echo.identifier() && run.destination.equals(packet.source()))
                    .forEach(run -> run.answered.add(echo.sequence()));
            return List.of();
        } catch (MalformedMessageException e) {
            return List.of();
        }
    }

    @Override
    public List<Emission> tick(Instant now) {
        List<Emission> out = new ArrayList<>();
        for (EchoRun run : runs) {
            while (run.next().filter(at -> !at.isAfter(now)).isPresent()) {
                run.sent++;
                out.add(emission(run.destination, new IcmpEcho(true, run.identifier, run.sent, run.data)));
            }
        }
        return out;
    }

    private Emission emission(Ipv4Address destination, IcmpEcho echo) {
        return new Emission(link, Ipv4Packet.of(address, destination, Ipv4Packet.ICMP, echo.encode()));
    }

    @Override
    public Optional<Instant> wakeAt() {
        return runs.stream().map(EchoRun::next).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** A row of echo requests. */
    public static final class EchoRun {
        private final int identifier;
        private final Ipv4Address destination;
        private final Duration interval;
        private final Octets data;
        private final Instant begin;
        private final Set<Integer> answered = new HashSet<>();
        private int count;
        private int sent;

        private EchoRun(
                int identifier, Ipv4Address destination, int count, Duration interval, Octets data, Instant begin) {
            this.identifier = identifier;
            this.destination = destination;
            this.count = count;
            this.interval = interval;
            this.data = data;
            this.begin = begin;
        }

        private Optional<Instant> next() {
            return sent < count ? Optional.of(begin.plus(interval.multipliedBy(sent))) : Optional.empty();
        }

        public int sent() {
            return sent;
        }

        /** How many requests were answered; an answer that comes twice counts once. */
        public int received() {
            return answered.size();
        }

        /** Whether all requests are sent and answered. */
        public boolean finished() {
            return sent >= count && received() == sent;
        }

        /** Sends no more. */
        public void stop() {
            count = sent;
        }
    }
}
