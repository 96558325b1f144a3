package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;
import java.util.Optional;

/** The outside addresses that VPN connections may still take; two for each. */
public interface OutsideAddresses {

    /** Takes two addresses; empty when fewer than two are left. */
    Optional<List<Ipv4Address>> takeTwo();

    void giveBack(List<Ipv4Address> addresses);
}
