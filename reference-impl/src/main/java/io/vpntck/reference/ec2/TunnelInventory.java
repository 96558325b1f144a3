package io.vpntck.reference.ec2;

import java.util.List;

/** The tunnels that exist now in an account; what the data plane follows. */
public interface TunnelInventory {
    List<TunnelEndpoint> tunnels();
}
