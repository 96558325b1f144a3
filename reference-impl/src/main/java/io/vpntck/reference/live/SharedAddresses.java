package io.vpntck.reference.live;

import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The outside addresses of the server, shared by all accounts; one that was given back is taken again last. */
final class SharedAddresses implements OutsideAddresses {
    private final Deque<Ipv4Address> free;

    SharedAddresses(List<Ipv4Address> addresses) {
        free = new ArrayDeque<>(addresses);
    }

    /** Those of connections that are described only: 198.18.0.0/15 is for tests of network devices (RFC 2544). */
    static SharedAddresses withoutTunnels() {
        Ipv4Address network = Ipv4Address.of("198.19.0.0");
        return new SharedAddresses(
                IntStream.range(1, 65_535).mapToObj(network::plus).toList());
    }

    @Override
    public synchronized Optional<List<Ipv4Address>> takeTwo() {
        return free.size() < 2 ? Optional.empty() : Optional.of(List.of(free.remove(), free.remove()));
    }

    @Override
    public synchronized void giveBack(List<Ipv4Address> addresses) {
        free.addAll(addresses);
    }
}
