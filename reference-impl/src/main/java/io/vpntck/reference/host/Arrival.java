package io.vpntck.reference.host;

import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Instant;

/** A packet as it came over a host's link, before reassembly. */
public record Arrival(Instant time, Ipv4Packet packet) {}
