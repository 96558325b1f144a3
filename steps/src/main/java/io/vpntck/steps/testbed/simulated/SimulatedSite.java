package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;

/**
 * Where a gateway stands: its number among all gateways, and the customer's premises with a LAN and one host there.
 *
 * @param gateway from 1 on
 * @param premises likewise; gateways of one number here are on one LAN
 */
record SimulatedSite(int gateway, int premises) {
    static final SimulatedSite FIRST = new SimulatedSite(1, 1);
    static final int MOST = 10;
    /** Beside the first, on the same LAN. */
    static final SimulatedSite STAND_IN = new SimulatedSite(MOST + 1, 1);

    /** @param number 1 to {@link #MOST} */
    static SimulatedSite of(int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("there is no site " + number + ", only 1 to " + MOST);
        }
        return new SimulatedSite(number, number);
    }

    /** The name of its gateway's source of entropy. */
    String entropy() {
        return gateway == 1 ? "gateway" : "gateway-" + gateway;
    }

    /** The name of the segment of its LAN. */
    String segment() {
        return premises == 1 ? "lan" : "lan-" + premises;
    }

    Ipv4Prefix lan() {
        return Ipv4Prefix.of("10." + (19 + premises) + ".0.0/24");
    }

    Ipv4Address host() {
        return lan().network().plus(10);
    }
}
