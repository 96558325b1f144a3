package io.vpntck.reference.live;

import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The outside addresses of the server, shared by all accounts; one that was given back is taken again last. */
final class SharedAddresses implements OutsideAddresses {
    private final Deque<Ipv4Address> free;

    SharedAddresses(List<Ipv4Address> addresses) {
        free = new ArrayDeque<>(addresses);
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
