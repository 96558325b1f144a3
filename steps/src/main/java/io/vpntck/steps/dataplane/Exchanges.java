package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The IKE exchanges of one tunnel, as the capture shows them. */
final class Exchanges {
    private static final int MAIN_MODE_MESSAGES = 6;
    private static final int QUICK_MODE_MESSAGES = 3;

    private final List<ObservedPacket.Ike> messages;

    Exchanges(OutsideView view, Ipv4Address tunnel) {
        this.messages = view.of(ObservedPacket.Ike.class, tunnel);
    }

    /**
     * One exchange.
     *
     * @param initiator the outside address of the side that began it
     * @param complete when its last message was sent; empty where one is missing
     */
    record Exchange(ObservedPacket.Ike first, Ipv4Address initiator, Optional<Instant> complete) {
        Instant begun() {
            return first.time();
        }
    }

    /** In order of their first messages. */
    List<Exchange> mainModes() {
        return exchanges(ExchangeType.IDENTITY_PROTECTION, h -> h.initiatorCookie(), MAIN_MODE_MESSAGES);
    }

    /** In order of their first messages. */
    List<Exchange> quickModes() {
        return exchanges(
                ExchangeType.QUICK_MODE,
                h -> List.of(h.initiatorCookie(), h.responderCookie(), h.messageId()),
                QUICK_MODE_MESSAGES);
    }

    private List<Exchange> exchanges(ExchangeType type, Function<IsakmpHeader, Object> key, int length) {
        Map<Object, List<ObservedPacket.Ike>> byKey = new LinkedHashMap<>();
        for (ObservedPacket.Ike message : messages) {
            if (message.message().header().exchange() == type.id()) {
                byKey.computeIfAbsent(key.apply(message.message().header()), k -> new ArrayList<>())
                        .add(message);
            }
        }
        return byKey.values().stream().map(all -> exchange(all, length)).toList();
    }

    private static Exchange exchange(List<ObservedPacket.Ike> all, int length) {
        Set<IsakmpMessage> distinct = new LinkedHashSet<>();
        Optional<Instant> complete = Optional.empty();
        for (ObservedPacket.Ike message : all) {
            if (distinct.add(message.message()) && distinct.size() == length) {
                complete = Optional.of(message.time());
            }
        }
        return new Exchange(all.get(0), all.get(0).source(), complete);
    }

    /** When each exchange of these was complete. */
    static List<Instant> completions(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(Exchange::complete)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /**
     * A question of dead peer detection, or an answer.
     *
     * @param number what tells questions apart
     */
    record Liveliness(ObservedPacket.Ike message, Octets number) {
        Instant time() {
            return message.time();
        }
    }

    List<Liveliness> questions(Predicate<ObservedPacket.Ike> which) {
        return liveliness(NotificationPayload.R_U_THERE, which);
    }

    List<Liveliness> answers(Predicate<ObservedPacket.Ike> which) {
        return liveliness(NotificationPayload.R_U_THERE_ACK, which);
    }

    private List<Liveliness> liveliness(int type, Predicate<ObservedPacket.Ike> which) {
        List<Liveliness> all = new ArrayList<>();
        for (ObservedPacket.Ike message : messages) {
            if (which.test(message)) {
                message.payloads().ifPresent(payloads -> payloads.all(NotificationPayload.class).stream()
                        .filter(notification -> notification.notifyType() == type)
                        .forEach(notification -> all.add(new Liveliness(message, notification.data()))));
            }
        }
        return all;
    }

    /** The Deletes that {@code source} has sent. */
    List<DeletePayload> deletes(Ipv4Address source) {
        return deletions(source).stream().map(Deletion::payload).toList();
    }

    /** A Delete and when it was on the wire. */
    record Deletion(Instant time, DeletePayload payload) {}

    List<Deletion> deletions(Ipv4Address source) {
        return messages.stream()
                .filter(message -> message.source().equals(source))
                .flatMap(message -> message.payloads().stream()
                        .flatMap(payloads -> payloads.all(DeletePayload.class).stream())
                        .map(payload -> new Deletion(message.time(), payload)))
                .toList();
    }
}
