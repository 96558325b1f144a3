package io.vpntck.reference.peering;

import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.BgpSession;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.tcp.TcpEndpoint;
import io.vpntck.reference.tcp.TcpEndpoint.TcpKey;
import io.vpntck.reference.tcp.TcpEvent;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One end of a peering: the session, and the connection that it has or seeks.
 *
 * <p>A second connection of the peer is closed while the first is in use (RFC 4271, section 6.8, where one side only
 * connects).
 */
public final class BgpPeering {
    /** RFC 4271, section 4.2: the port that BGP listens at. */
    public static final int PORT = 179;

    private static final int TIME_TO_LIVE = 64;

    private final Ipv4Address own;
    private final Ipv4Address peer;
    private final BgpSession session;
    private final TcpEndpoint tcp;
    private Optional<TcpKey> connection = Optional.empty();

    public BgpPeering(SessionSettings settings, Ipv4Address own, Ipv4Address peer, Entropy entropy) {
        this.own = own;
        this.peer = peer;
        this.session = new BgpSession(settings);
        this.tcp = new TcpEndpoint(own, TIME_TO_LIVE, entropy);
        if (settings.passive()) {
            tcp.listen(PORT);
        }
    }

    /** Packets to send to the peer, and news of the session, both in order. */
    public record Outcome(List<Ipv4Packet> packets, List<BgpEffect> news) {
        public Outcome {
            packets = List.copyOf(packets);
            news = List.copyOf(news);
        }
    }

    public BgpSession session() {
        return session;
    }

    public Ipv4Address peer() {
        return peer;
    }

    /** Whether a packet belongs to this peering. */
    public boolean concerns(Ipv4Packet packet) {
        return packet.protocol() == Ipv4Packet.TCP
                && packet.source().equals(peer)
                && packet.destination().equals(own);
    }

    public Outcome start(Instant now) {
        return new Course(now).effects(session.start(now)).outcome();
    }

    /** Ends the session for good, with a text for the peer that may be empty. */
    public Outcome stop(String text, Instant now) {
        return new Course(now).effects(session.stop(text)).outcome();
    }

    /** Takes a packet that this peering {@link #concerns}. */
    public Outcome receive(Ipv4Packet packet, Instant now) {
        return new Course(now).tcp(tcp.receive(packet, now)).outcome();
    }

    /** A router told that no more than {@code mtu} octets pass of a segment that began with {@code header}. */
    public Outcome refused(Octets header, int mtu, Instant now) {
        return new Course(now).tcp(tcp.refused(peer, header, mtu, now)).outcome();
    }

    public Outcome tick(Instant now) {
        return new Course(now).effects(session.tick(now)).tcp(tcp.tick(now)).outcome();
    }

    public Outcome announce(List<Ipv4Prefix> prefixes, PathAttributes attributes, Instant now) {
        return new Course(now)
                .effects(session.announce(prefixes, attributes, now))
                .outcome();
    }

    public Outcome withdraw(List<Ipv4Prefix> prefixes, Instant now) {
        return new Course(now).effects(session.withdraw(prefixes, now)).outcome();
    }

    /** Sends octets on the connection as they are, for a peer to be tried with them; nothing while there is none. */
    public Outcome sendAsIs(Octets octets, Instant now) {
        Course course = new Course(now);
        connection.ifPresent(key -> course.tcp(tcp.send(key, octets, now)));
        return course.outcome();
    }

    public Optional<Instant> wakeAt() {
        return Stream.of(session.wakeAt(), tcp.wakeAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** What one input leads to, until nothing is left to be done. */
    private final class Course {
        private final Instant now;
        private final List<Ipv4Packet> packets = new ArrayList<>();
        private final List<BgpEffect> news = new ArrayList<>();

        Course(Instant now) {
            this.now = now;
        }

        Outcome outcome() {
            return new Outcome(packets, news);
        }

        Course effects(List<BgpEffect> effects) {
            for (BgpEffect effect : effects) {
                if (effect instanceof BgpEffect.Connect) {
                    connection = Optional.of(tcp.connect(peer, PORT));
                } else if (effect instanceof BgpEffect.Send send) {
                    connection.ifPresent(key -> tcp(tcp.send(key, send.message(), now)));
                } else if (effect instanceof BgpEffect.Close) {
                    Optional<TcpKey> closed = connection;
                    connection = Optional.empty();
                    closed.ifPresent(key -> tcp(tcp.close(key, now)));
                } else {
                    news.add(effect);
                }
            }
            return this;
        }

        Course tcp(TcpEndpoint.Outcome outcome) {
            packets.addAll(outcome.packets());
            outcome.news().forEach(this::event);
            return this;
        }

        private void event(TcpEndpoint.News told) {
            boolean known = connection.filter(told.connection()::equals).isPresent();
            if (told.event() instanceof TcpEvent.Connected) {
                connected(told.connection(), known);
            } else if (!known) {
                ignored(told);
            } else if (told.event() instanceof TcpEvent.Data data) {
                effects(session.received(data.octets(), now));
            } else {
                connection = Optional.empty();
                if (told.event() instanceof TcpEvent.PeerClosed) {
                    tcp(tcp.close(told.connection(), now));
                }
                effects(session.disconnected(now));
            }
        }

        private void connected(TcpKey key, boolean known) {
            if (!known && connection.isPresent()) {
                tcp(tcp.abort(key));
                return;
            }
            connection = Optional.of(key);
            effects(session.connected(now));
        }

        /** News of a connection that the session has closed: its end is left to TCP. */
        private void ignored(TcpEndpoint.News told) {
            if (told.event() instanceof TcpEvent.PeerClosed) {
                tcp(tcp.close(told.connection(), now));
            }
        }
    }
}
