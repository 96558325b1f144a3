package io.vpntck.reference.vgw;

import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.simulation.SimulatedHost;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A host on a LAN that notices when one and the same answer reaches it twice. */
final class DuplicateSpotter implements IpNode {
    private final SimulatedHost host;
    private final Set<Octets> received = new HashSet<>();
    private Optional<String> twice = Optional.empty();

    DuplicateSpotter(Ipv4Address address) {
        this.host = new SimulatedHost(address, LAN);
    }

    Ipv4Address address() {
        return host.address();
    }

    EchoRun ping(Ipv4Address destination, int count, Duration interval, int length, Instant now) {
        return host.ping(destination, count, interval, length, now);
    }

    /** The first packet that came twice, in words. */
    Optional<String> twice() {
        return twice;
    }

    @Override
    public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
        // Identifier, sequence number and data are in the payload: a request is answered once.
        Octets what = Octets.concat(packet.source().octets(), packet.payload());
        if (!received.add(what) && twice.isEmpty()) {
            twice = Optional.of("delivered twice at " + now + ": " + packet.source() + " " + packet.payload());
        }
        return host.receive(link, packet, now);
    }

    @Override
    public List<Emission> tick(Instant now) {
        return host.tick(now);
    }

    @Override
    public Optional<Instant> wakeAt() {
        return host.wakeAt();
    }
}
