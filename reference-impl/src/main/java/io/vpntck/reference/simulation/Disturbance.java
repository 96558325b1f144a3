package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides what befalls each packet on a segment. Disturbances are joined by {@link #and}. */
@FunctionalInterface
public interface Disturbance {
    Disturbance NONE = (number, packet) -> List.of();

    /**
     * What befalls a packet.
     *
     * @param number its number on the segment, counted from 1
     */
    List<PacketEvent> befalls(long number, Ipv4Packet packet);

    /** This one's events and then the other's. */
    default Disturbance and(Disturbance other) {
        return (number, packet) -> {
            List<PacketEvent> both = new ArrayList<>(befalls(number, packet));
            both.addAll(other.befalls(number, packet));
            return both;
        };
    }

    /** For the packets of one kind only. */
    default Disturbance only(Predicate<Ipv4Packet> kind) {
        return (number, packet) -> kind.test(packet) ? befalls(number, packet) : List.of();
    }

    /** Loses every packet from and to an address. */
    static Disturbance partition(Ipv4Address address) {
        return (number, packet) ->
                packet.source().equals(address) || packet.destination().equals(address)
                        ? List.of(new PacketEvent.Lose(number))
                        : List.of();
    }

    /** Exactly these events, in their order for each packet: a replay. */
    static Disturbance of(List<PacketEvent> events) {
        Map<Long, List<PacketEvent>> byPacket = events.stream().collect(Collectors.groupingBy(PacketEvent::packet));
        return (number, packet) -> byPacket.getOrDefault(number, List.of());
    }
}
