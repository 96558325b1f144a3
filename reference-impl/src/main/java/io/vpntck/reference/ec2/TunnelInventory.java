package io.vpntck.reference.ec2;

import java.util.List;

/** The tunnels that exist now in an account; what the data plane follows. */
public interface TunnelInventory {
    /** The revision of an inventory that keeps none: its tunnels are to be looked at each time. */
    long UNKNOWN = -1;

    List<TunnelEndpoint> tunnels();

    /** A number that grows whenever {@link #tunnels} may have changed, or {@link #UNKNOWN}. */
    default long revision() {
        return UNKNOWN;
    }
}
