package io.vpntck.steps.diagnosis;

import java.util.List;

/**
 * What was seen of a VPN connection.
 *
 * @param prefixes whether the virtual private gateway knows a prefix of the customer, entered or announced
 * @param attached whether the virtual private gateway is attached to a VPC
 * @param routed whether a route table of that VPC leads such a prefix to it
 */
public record Observations(List<Tunnel> tunnels, boolean prefixes, boolean attached, boolean routed) {
    public Observations {
        tunnels = List.copyOf(tunnels);
    }

    /**
     * One tunnel.
     *
     * @param outside the AWS side's outside address
     * @param ike whether there is an IKE SA
     * @param ipsec whether there is a pair of ESP SAs
     * @param answers whether the AWS side's inside address answers a ping
     */
    public record Tunnel(String outside, boolean ike, boolean ipsec, boolean answers) {}
}
