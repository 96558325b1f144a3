package io.vpntck.reference.tunnel;

import io.vpntck.reference.esp.EspDropReason;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.esp.InboundSa;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/** Takes ESP that arrives for the pairs of a tunnel apart (RFC 4301, section 5.2). */
final class EspReceiver {
    private final EspPairs pairs;
    private final Leniency leniency;

    EspReceiver(EspPairs pairs, Leniency leniency) {
        this.pairs = pairs;
        this.leniency = leniency;
    }

    /**
     * What comes of a packet.
     *
     * @param heard the pair whose peer it is from beyond doubt; empty where there is doubt
     */
    record Result(Step step, Optional<EspPair> heard) {}

    /**
     * Takes a packet.
     *
     * @param payload the ESP packet itself
     * @param packet what it came in
     */
    Result receive(Octets payload, Ipv4Packet packet) {
        EspPacket esp;
        try {
            esp = EspPacket.decode(payload);
        } catch (MalformedMessageException e) {
            return unheard(Step.dropped(DropReason.MALFORMED, packet, "malformed: " + e.getMessage()));
        }
        Optional<EspPair> pair = pairs.receiving(esp.spi());
        if (pair.isEmpty()) {
            Step dropped = Step.dropped(DropReason.UNKNOWN_SPI, packet, String.format("unknown SPI %08x", esp.spi()));
            return unheard(pairs.newest()
                    .map(newest -> orDespite(
                            dropped,
                            DropReason.UNKNOWN_SPI,
                            esp,
                            newest.inbound().keys()))
                    .orElse(dropped));
        }
        if (leniency.distrusts(esp)) {
            return unheard(Step.dropped(DropReason.REPLAY, packet, "older than what was dropped"));
        }
        InboundSa.Outcome outcome = pair.get().inbound().receive(esp);
        Step step = outcome.drop()
                .map(EspReceiver::told)
                .map(reason -> orDespite(
                        Step.dropped(reason, packet, outcome.reason()),
                        reason,
                        esp,
                        pair.get().inbound().keys()))
                .orElseGet(() -> inner(pair.get(), outcome.inner().orElseThrow()));
        return new Result(step, outcome.authentic() ? pair : Optional.empty());
    }

    private static Result unheard(Step step) {
        return new Result(step, Optional.empty());
    }

    private Step orDespite(Step dropped, DropReason reason, EspPacket esp, EspKeys keys) {
        return leniency.despite(reason, esp, keys).map(Step::inner).orElse(dropped);
    }

    private static Step inner(EspPair pair, Ipv4Packet inner) {
        if (!pair.mayBring(inner)) {
            pair.inbound().dropped(EspDropReason.OUTSIDE_SELECTORS);
            return Step.dropped(DropReason.SELECTORS, inner, "outside the selectors of its SA");
        }
        return Step.inner(inner);
    }

    private static DropReason told(EspDropReason reason) {
        return switch (reason) {
            case REPLAY -> DropReason.REPLAY;
            case WRONG_ICV -> DropReason.WRONG_ICV;
            case NOT_IPV4 -> DropReason.NOT_IPV4;
            case OUTSIDE_SELECTORS -> DropReason.SELECTORS;
            case WRONG_LENGTH, WRONG_PADDING, MALFORMED_INNER -> DropReason.MALFORMED;
        };
    }
}
