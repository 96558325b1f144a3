package io.vpntck.reference.lab;

import io.vpntck.reference.wire.Octets;
import java.time.Instant;

/** An IPv4 packet, from its first header octet on, as it was seen on the outside network. */
public record CapturedPacket(Instant time, Octets packet) {}
