package io.vpntck.reference.cgw;

/**
 * How a gateway uses the two tunnels of a connection.
 *
 * @param oneAtATime whether the second tunnel is raised only when the first cannot be
 * @param watched whether the AWS side's inside addresses are pinged, and a tunnel that does not answer is not used
 */
public record TunnelUse(boolean oneAtATime, boolean watched) {
    /** Both up, the second as a stand-in, and dead peer detection alone to tell a dead one. */
    public static final TunnelUse BOTH = new TunnelUse(false, false);
}
