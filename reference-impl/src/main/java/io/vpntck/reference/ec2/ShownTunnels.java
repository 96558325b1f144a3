package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;

/** The tunnels of a connection as answers show them: both, unless a fault shows them wrong. */
final class ShownTunnels {
    private final Enforcement rules;

    ShownTunnels(Enforcement rules) {
        this.rules = rules;
    }

    List<VpnTunnel> inConfiguration(VpnConnection connection) {
        return shown(connection, ControlPlaneFault.ONE_TUNNEL_IN_CONFIGURATION);
    }

    List<VpnTunnel> inTelemetry(VpnConnection connection) {
        return shown(connection, ControlPlaneFault.ONE_TUNNEL_IN_TELEMETRY);
    }

    private List<VpnTunnel> shown(VpnConnection connection, ControlPlaneFault fault) {
        boolean one = !connection.staticRoutesOnly() && rules.commits(fault);
        return connection.tunnels().subList(0, one ? 1 : 2);
    }

    Ipv4Address address(VpnConnection connection, VpnTunnel tunnel) {
        boolean one = !connection.staticRoutesOnly() && rules.commits(ControlPlaneFault.ONE_OUTSIDE_ADDRESS);
        Ipv4Address own = (one ? connection.tunnels().get(0) : tunnel).outsideAddress();
        boolean moved = rules.commits(ControlPlaneFault.MOVES_OUTSIDE_ADDRESSES)
                && connection.vpnGateway().lastVpc().isPresent()
                && connection.vpnGateway().attachedVpc().isEmpty();
        return moved ? own.plus(2) : own;
    }
}
