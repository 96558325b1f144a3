package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.host.Host;
import io.vpntck.reference.host.TcpTransfer;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.LanHost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The host behind a simulated gateway. */
final class SimulatedLanHost implements LanHost {
    private final Simulation world;
    private final Host host;

    SimulatedLanHost(Simulation world, Host host) {
        this.world = world;
        this.host = host;
    }

    @Override
    public Ipv4Address address() {
        return host.address();
    }

    @Override
    public Ping ping(Ipv4Address destination, int count, Duration interval, int dataLength, boolean dontFragment) {
        return new HostPing(
                host.ping(new EchoRun.Spec(destination, count, interval, dataLength, dontFragment), world.now()));
    }

    @Override
    public void send(Octets packet) {
        try {
            host.send(Ipv4Packet.decode(packet));
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("no IPv4 packet: " + e.getMessage(), e);
        }
    }

    @Override
    public List<CapturedPacket> arrived() {
        return host.arrived().stream()
                .map(arrival ->
                        new CapturedPacket(arrival.time(), arrival.packet().encode()))
                .toList();
    }

    @Override
    public Transfer transfer(Ipv4Address destination, int port, long octets) {
        return new HostTransfer(host.transfer(destination, port, octets));
    }

    private record HostPing(EchoRun run) implements LanHost.Ping {
        @Override
        public int sent() {
            return run.sent();
        }

        @Override
        public int received() {
            return run.received();
        }

        @Override
        public Optional<Integer> nextHopMtu() {
            return run.nextHopMtu();
        }

        @Override
        public boolean finished() {
            return run.finished();
        }

        @Override
        public void stop() {
            run.stop();
        }
    }

    private record HostTransfer(TcpTransfer transfer) implements LanHost.Transfer {
        @Override
        public boolean sentAll() {
            return transfer.sentAll();
        }

        @Override
        public long received() {
            return transfer.garbled() ? 0 : transfer.received();
        }
    }
}
