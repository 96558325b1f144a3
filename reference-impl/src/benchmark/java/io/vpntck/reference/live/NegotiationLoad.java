package io.vpntck.reference.live;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Ikev1Effect;
import io.vpntck.reference.ikev1.Conduct;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.NatTraversal;
import io.vpntck.reference.ikev1.Ikev1Session;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ikev1.Selectors;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many IKEv1 initiators at once, each with an address of its own, against any responder: main mode and quick mode with
 * PFS, then both SAs deleted, then the same again.
 *
 * <p>Arguments: number of the group, number of initiators, seconds of warm-up, seconds of measurement, process id of the
 * responder. Prints negotiations for each second, and the processor time that the responder took for each: where this
 * program is what limits the rate, the second figure is the one to compare.
 */
public final class NegotiationLoad {
    private static final int PORT = 500;
    private static final Duration TURN = Duration.ofMillis(100);
    /** The unit of processor time in /proc on every Linux architecture. */
    private static final double TICKS_IN_A_SECOND = 100;

    private final Selector selector;
    private final List<Initiator> initiators = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(65_535);
    private long negotiations;

    private NegotiationLoad(DhGroup group, int number) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < number; i++) {
            initiators.add(new Initiator(group, i));
        }
    }

    public static void main(String[] arguments) throws IOException {
        DhGroup group = DhGroup.ofId(Integer.parseInt(arguments[0])).orElseThrow();
        NegotiationLoad load = new NegotiationLoad(group, Integer.parseInt(arguments[1]));
        long responder = Long.parseLong(arguments[4]);
        load.run(Duration.ofSeconds(Long.parseLong(arguments[2])));
        long before = load.negotiations;
        double processorBefore = processorSeconds(responder);
        long began = System.nanoTime();
        load.run(Duration.ofSeconds(Long.parseLong(arguments[3])));
        double seconds = (System.nanoTime() - began) / 1e9;
        long done = load.negotiations - before;
        double processor = processorSeconds(responder) - processorBefore;
        System.out.printf(
                "group %d: %.0f negotiations per second; responder %.3f ms of processor time for each, busy %.0f %%%n",
                group.id(), done / seconds, 1000 * processor / done, 100 * processor / seconds);
    }

    /** User and system time of all threads: fields 14 and 15 of proc(5), stat. */
    private static double processorSeconds(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_IN_A_SECOND;
    }

    private void run(Duration length) throws IOException {
        Instant end = Instant.now().plus(length);
        Instant nextTick = Instant.now();
        while (Instant.now().isBefore(end)) {
            selector.select(TURN.toMillis());
            for (SelectionKey key : selector.selectedKeys()) {
                ((Initiator) key.attachment()).read();
            }
            selector.selectedKeys().clear();
            Instant now = Instant.now();
            if (!now.isBefore(nextTick)) {
                for (Initiator initiator : initiators) {
                    initiator.tick(now);
                }
                nextTick = now.plus(TURN);
            }
        }
    }

    private static InetAddress inet(Ipv4Address address) throws IOException {
        return InetAddress.getByAddress(address.octets().toByteArray());
    }

    private final class Initiator {
        private final DatagramChannel channel;
        private final UdpEndpoint local;
        private final UdpEndpoint remote;
        private final Ikev1Policy policy;
        private Optional<Ikev1Session> session = Optional.empty();
        private Instant began = Instant.MIN;

        private Initiator(DhGroup group, int index) throws IOException {
            local = new UdpEndpoint(NegotiationResponder.initiator(index), PORT);
            remote = new UdpEndpoint(NegotiationResponder.responder(index), PORT);
            channel = DatagramChannel.open();
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(inet(local.address()), PORT));
            channel.connect(new InetSocketAddress(inet(remote.address()), PORT));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            policy = new Ikev1Policy(
                    Ikev1Policy.Role.INITIATOR,
                    Ikev1Policy.Phase1Mode.MAIN,
                    local.address(),
                    remote.address(),
                    local.address(),
                    Optional.empty(),
                    Octets.ofUtf8(NegotiationResponder.KEY),
                    List.of(new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, group)),
                    List.of(new Phase2Proposal(
                            EncryptionAlgorithm.AES_128_CBC, IntegrityAlgorithm.HMAC_SHA1_96, Optional.of(group))),
                    Duration.ofHours(8),
                    Duration.ofHours(1),
                    List.of(Selectors.ANY),
                    Duration.ofSeconds(10),
                    3,
                    NatTraversal.OFF,
                    Conduct.proper(Ikev1Policy.Role.INITIATOR));
        }

        private void read() throws IOException {
            buffer.clear();
            while (channel.read(buffer) > 0) {
                Octets message = Octets.of(buffer.array(), 0, buffer.position());
                buffer.clear();
                Instant now = Instant.now();
                if (session.isPresent()) {
                    apply(session.get().receive(local, remote, message, now), now);
                }
            }
        }

        private void tick(Instant now) throws IOException {
            if (session.isEmpty() || now.isAfter(began.plusSeconds(10))) {
                begin(now);
            } else if (session.get().wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                apply(session.get().tick(now), now);
            }
        }

        private void begin(Instant now) throws IOException {
            began = now;
            session = Optional.of(new Ikev1Session(policy, new SystemEntropy()));
            apply(session.get().initiate(now), now);
        }

        private void apply(List<Ikev1Effect> effects, Instant now) throws IOException {
            boolean up = false;
            for (Ikev1Effect effect : effects) {
                if (effect instanceof Ikev1Effect.Transmit transmit) {
                    channel.write(ByteBuffer.wrap(transmit.message().toByteArray()));
                }
                up |= effect instanceof Ikev1Effect.SaPairUp;
            }
            if (up && session.isPresent()) {
                negotiations++;
                Ikev1Session done = session.get();
                session = Optional.empty();
                apply(done.close(now), now);
                begin(now);
            }
        }
    }
}
