package io.vpntck.reference.vgw;

import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.tunnel.Leniency;
import io.vpntck.reference.wire.MalformedMessageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an AWS side with faults lets through its tunnels. */
final class EspMisbehaviour implements Leniency {
    private final Set<AwsSideFault> faults;
    private final Map<Integer, Long> claimed = new HashMap<>();
    private List<Ipv4Packet> counted = new ArrayList<>();

    EspMisbehaviour(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    @Override
    public Optional<Ipv4Packet> despite(DropReason reason, EspPacket packet, EspKeys keys) {
        if (reason == DropReason.WRONG_ICV) {
            claimed.merge(packet.spi(), packet.sequence(), Math::max);
        }
        if (faults.contains(AwsSideFault.COUNTS_DROPPED_PACKETS)) {
            opened(packet, keys).ifPresent(counted::add);
        }
        return takes(reason) ? opened(packet, keys) : Optional.empty();
    }

    /** Packets that were dropped since this was asked last, and count all the same. */
    List<Ipv4Packet> takeCounted() {
        List<Ipv4Packet> taken = counted;
        counted = new ArrayList<>();
        return taken;
    }

    private boolean takes(DropReason reason) {
        return switch (reason) {
            case WRONG_ICV -> faults.contains(AwsSideFault.IGNORES_ICV);
            case REPLAY -> faults.contains(AwsSideFault.TAKES_REPLAYS);
            case UNKNOWN_SPI -> faults.contains(AwsSideFault.TAKES_ANY_SPI);
            default -> false;
        };
    }

    private static Optional<Ipv4Packet> opened(EspPacket packet, EspKeys keys) {
        try {
            return Optional.of(Ipv4Packet.decode(packet.open(keys).data()));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean distrusts(EspPacket packet) {
        return faults.contains(AwsSideFault.MOVES_WINDOW_FIRST)
                && packet.sequence() < claimed.getOrDefault(packet.spi(), 0L);
    }

    /** IP in IP, as RFC 2003 has it. */
    @Override
    public Optional<Ipv4Packet> inClear(Ipv4Packet packet) {
        if (!faults.contains(AwsSideFault.TAKES_CLEAR_PACKETS) || packet.protocol() != Ipv4Packet.IPV4) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ipv4Packet.decode(packet.payload()));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
