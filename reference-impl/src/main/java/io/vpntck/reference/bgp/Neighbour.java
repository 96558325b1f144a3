package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;

/**
 * A peer as the decision process knows it.
 *
 * @param address of its end of the session: no two neighbours of one speaker share it
 * @param identifier of its OPEN
 */
public record Neighbour(Ipv4Address address, Ipv4Address identifier, long as) {}
