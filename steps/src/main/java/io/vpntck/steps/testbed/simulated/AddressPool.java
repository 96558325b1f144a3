package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Outside addresses of one scenario, given out in order. */
final class AddressPool implements OutsideAddresses {
    private final Deque<Ipv4Address> free = new ArrayDeque<>();

    AddressPool(Ipv4Address first, int count) {
        for (int i = 0; i < count; i++) {
            free.add(first.plus(i));
        }
    }

    @Override
    public Optional<List<Ipv4Address>> takeTwo() {
        return free.size() < 2 ? Optional.empty() : Optional.of(List.of(free.remove(), free.remove()));
    }

    @Override
    public void giveBack(List<Ipv4Address> addresses) {
        free.addAll(addresses);
    }
}
