package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a tunnel that is measured existed; addresses are used again after the end.
 *
 * @param created when its connection was asked for
 * @param deleted when the deletion of its connection was asked for
 */
public record TunnelLife(
        String connectionId,
        Ipv4Address outsideAddress,
        Instant created,
        Optional<Instant> deleted,
        boolean hasBeenUp) {}
