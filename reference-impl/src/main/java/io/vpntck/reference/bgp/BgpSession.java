package io.vpntck.reference.bgp;

import io.vpntck.reference.bgp.SessionState.Active;
import io.vpntck.reference.bgp.SessionState.Connect;
import io.vpntck.reference.bgp.SessionState.Established;
import io.vpntck.reference.bgp.SessionState.Idle;
import io.vpntck.reference.bgp.SessionState.OpenConfirm;
import io.vpntck.reference.bgp.SessionState.OpenSent;
import io.vpntck.reference.bgp.SessionState.Talking;
import io.vpntck.reference.bgp.SessionState.Timers;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One side of a peering, over one connection at a time.
 *
 * <pre>
 *               start       stop     connected    disconnected  message                            time
 * Idle          to Connect  -        close        -             ignore                             restart, to Connect
 * Connect       -           to Idle  OPEN, to     to Active     ignore                             connect again
 *                                    OpenSent
 * Active        -           to Idle  OPEN, to     -             ignore                             to Connect
 *                                    OpenSent
 * OpenSent      -           Cease    ignore       to Active     OPEN: KEEPALIVE, to OpenConfirm;   4/0, to Idle
 *                                                               else 5/1, to Idle
 * OpenConfirm   -           Cease    ignore       down          KEEPALIVE: to Established;         KEEPALIVE, or 4/0
 *                                                               else 5/2, to Idle
 * Established   -           Cease    ignore       down          KEEPALIVE, UPDATE, ROUTE-REFRESH;  KEEPALIVE, or 4/0
 *                                                               OPEN 5/3, to Idle
 * </pre>
 *
 * <p>A passive side goes to Active where the table says Connect. A NOTIFICATION, or a message with a fault that RFC 7606 does not
 * make good, leads to Idle from every state with a connection. From Idle the session starts by itself after the idle hold time,
 * unless it was stopped. Which of two connections stays is decided outside.
 *
 * <p>The methods return effects, to be carried out in order.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-8">RFC 4271, section 8</a>
 */
public final class BgpSession {
    /** RFC 4271, section 8.2.2: "a large value" while no hold time is negotiated; it suggests four minutes. */
    private static final Duration LARGE_HOLD_TIME = Duration.ofMinutes(4);

    private final SessionSettings settings;
    private final AdjRibIn ribIn;
    private final AdjRibOut ribOut = new AdjRibOut();
    private SessionState state = new Idle(Optional.empty());
    private BgpFramer framer = new BgpFramer();
    private List<BgpEffect> effects = new ArrayList<>();

    public BgpSession(SessionSettings settings) {
        this.settings = settings;
        this.ribIn = new AdjRibIn(settings);
    }

    public SessionState state() {
        return state;
    }

    public SessionSettings settings() {
        return settings;
    }

    /** How many prefixes of the peer are in use. */
    public int acceptedRoutes() {
        return ribIn.size();
    }

    public Optional<Instant> wakeAt() {
        return state.wakeAt();
    }

    public List<BgpEffect> start(Instant now) {
        if (state instanceof Idle) {
            begin(now);
        }
        return done();
    }

    /** Ends the session for good: Cease, administrative shutdown, with a text for the other side that may be empty. */
    public List<BgpEffect> stop(String text) {
        if (state.hasConnection()) {
            end(Optional.of(NotificationMessage.shutdown(text)), "stopped", Optional.empty());
        } else if (state instanceof Connect) {
            effects.add(new BgpEffect.Close());
            state = new Idle(Optional.empty());
        } else {
            state = new Idle(Optional.empty());
        }
        return done();
    }

    /** Ends the session with {@code notification}; it starts again by itself. */
    public List<BgpEffect> reset(NotificationMessage notification, Instant now) {
        if (state.hasConnection()) {
            end(Optional.of(notification), notification.toString(), Optional.of(now));
        }
        return done();
    }

    /** The connection stands, whoever opened it. */
    public List<BgpEffect> connected(Instant now) {
        if (state instanceof Connect || state instanceof Active) {
            framer = new BgpFramer();
            send(settings.open());
            state = new OpenSent(now.plus(LARGE_HOLD_TIME));
        } else if (state instanceof Idle) {
            effects.add(new BgpEffect.Close());
        } else {
            effects.add(new BgpEffect.Ignored("a second connection"));
        }
        return done();
    }

    /** The connection is gone, or could not be opened. */
    public List<BgpEffect> disconnected(Instant now) {
        if (state instanceof Connect connect) {
            state = new Active(Optional.of(connect.retryAt()));
        } else if (state instanceof OpenSent) {
            state = new Active(retryAt(now));
        } else if (state.hasConnection()) {
            down("the connection is gone", Optional.empty(), Optional.empty(), Optional.of(now));
        }
        return done();
    }

    /** Octets off the connection. */
    public List<BgpEffect> received(Octets octets, Instant now) {
        framer.append(octets);
        try {
            while (state.hasConnection()) {
                Optional<BgpFramer.Frame> frame = framer.next();
                if (frame.isEmpty()) {
                    break;
                }
                receive(BgpMessage.decode(frame.get()), now);
            }
        } catch (BgpException e) {
            end(Optional.of(e.notification()), e.getMessage(), Optional.of(now));
        }
        return done();
    }

    public List<BgpEffect> tick(Instant now) {
        if (!state.due(now)) {
            return List.of();
        }
        if (state instanceof OpenSent
                || state instanceof Talking talking && talking.timers().expired(now)) {
            end(
                    Optional.of(ErrorCode.HOLD_TIMER_EXPIRED.notification()),
                    "nothing came for the hold time",
                    Optional.of(now));
        } else if (state instanceof Talking talking) {
            send(new KeepaliveMessage());
            state = talking.told(now);
        } else {
            if (state instanceof Connect) {
                effects.add(new BgpEffect.Close());
            }
            begin(now);
        }
        return done();
    }

    /** Routes for the peer, told at once or as soon as the session is established. */
    public List<BgpEffect> announce(List<Ipv4Prefix> prefixes, PathAttributes attributes, Instant now) {
        List<Ipv4Prefix> changed = ribOut.put(prefixes, attributes);
        if (state instanceof Established established) {
            tell(AdjRibOut.announcing(changed, attributes, established.session().width()), now);
        }
        return done();
    }

    public List<BgpEffect> withdraw(List<Ipv4Prefix> prefixes, Instant now) {
        List<Ipv4Prefix> known = ribOut.remove(prefixes);
        if (state instanceof Established) {
            tell(AdjRibOut.withdrawing(known), now);
        }
        return done();
    }

    private void begin(Instant now) {
        if (settings.passive()) {
            state = new Active(Optional.empty());
        } else {
            effects.add(new BgpEffect.Connect());
            state = new Connect(now.plus(settings.times().connectRetry()));
        }
    }

    private void receive(BgpMessage message, Instant now) throws BgpException {
        if (message instanceof NotificationMessage notification) {
            effects.add(new BgpEffect.Close());
            down(notification.toString(), Optional.empty(), Optional.of(notification), Optional.of(now));
        } else if (state instanceof OpenSent) {
            if (!(message instanceof OpenMessage open)) {
                throw ErrorCode.UNEXPECTED_IN_OPEN_SENT.because(message.type() + " before OPEN");
            }
            Negotiated session = Negotiated.of(open, settings);
            send(new KeepaliveMessage());
            state = new OpenConfirm(session, Timers.started(session, settings.conduct(), now));
        } else if (state instanceof OpenConfirm confirm) {
            if (!(message instanceof KeepaliveMessage)) {
                throw ErrorCode.UNEXPECTED_IN_OPEN_CONFIRM.because(message.type() + " before KEEPALIVE");
            }
            establish(confirm, now);
        } else if (state instanceof Established established) {
            receive(established, message, now);
        }
    }

    private void establish(OpenConfirm confirm, Instant now) {
        state = new Established(confirm.session(), confirm.timers()).heard(now);
        effects.add(new BgpEffect.Established(confirm.session()));
        tell(ribOut.everything(confirm.session().width()), now);
    }

    private void receive(Established established, BgpMessage message, Instant now) throws BgpException {
        if (message instanceof OpenMessage) {
            throw ErrorCode.UNEXPECTED_IN_ESTABLISHED.because("a second OPEN");
        }
        Negotiated session = established.session();
        if (message instanceof RouteRefreshMessage refresh) {
            if (refresh.equals(RouteRefreshMessage.IPV4_UNICAST)) {
                tell(ribOut.everything(session.width()), now);
            } else {
                effects.add(new BgpEffect.Ignored(refresh.toString()));
            }
            return;
        }
        state = established.heard(now);
        if (message instanceof UpdateMessage update) {
            effects.addAll(ribIn.apply(
                    AttributeReader.read(update, session.width(), settings),
                    session.width() == AsWidth.FOUR
                            ? session.peer().as()
                            : settings.sides().peerAs()));
        }
    }

    private void tell(List<UpdateMessage> updates, Instant now) {
        updates.forEach(this::send);
        if (!updates.isEmpty() && state instanceof Talking talking) {
            state = talking.told(now);
        }
    }

    private void end(Optional<NotificationMessage> notification, String reason, Optional<Instant> restartFrom) {
        notification.flatMap(settings.conduct()::farewell).ifPresent(this::send);
        effects.add(new BgpEffect.Close());
        down(reason, notification, Optional.empty(), restartFrom);
    }

    private void down(
            String reason,
            Optional<NotificationMessage> sent,
            Optional<NotificationMessage> received,
            Optional<Instant> restartFrom) {
        ribIn.clear();
        effects.add(new BgpEffect.Down(reason, sent, received));
        state = new Idle(restartFrom.map(now -> now.plus(settings.times().idleHold())));
        // Without an idle hold time the session is ready for the peer's next connection at once.
        if (settings.times().idleHold().isZero()) {
            restartFrom.ifPresent(this::begin);
        }
    }

    private Optional<Instant> retryAt(Instant now) {
        return settings.passive()
                ? Optional.empty()
                : Optional.of(now.plus(settings.times().connectRetry()));
    }

    private void send(BgpMessage message) {
        effects.add(new BgpEffect.Send(message.encode()));
    }

    private List<BgpEffect> done() {
        List<BgpEffect> all = List.copyOf(effects);
        effects = new ArrayList<>();
        return all;
    }
}
