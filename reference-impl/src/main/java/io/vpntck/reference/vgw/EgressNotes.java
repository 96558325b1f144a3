package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.Route;
import io.vpntck.reference.ip.IpPrefix;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Notes which tunnel carries what a VPC sends over a connection, and which route of its table leads there, each time that
 * it becomes another.
 */
final class EgressNotes {
    private final EventLog events;
    private final Map<String, AwsTunnel> last = new HashMap<>();
    private final Map<RouteKey, Route.Origin> lastOrigin = new HashMap<>();

    private record RouteKey(String vpcId, IpPrefix destination) {}

    EgressNotes(EventLog events) {
        this.events = events;
    }

    /** What a VPC sends goes to the virtual private gateway by this route. */
    void by(String vpcId, Route route, Instant now) {
        if (lastOrigin.put(new RouteKey(vpcId, route.destination()), route.origin()) != route.origin()) {
            events.note(
                    now,
                    "egress-route",
                    vpcId + " " + route.destination() + " by " + route.origin().word());
        }
    }

    void through(AwsTunnel tunnel, Instant now) {
        if (last.put(tunnel.endpoint().connectionId(), tunnel) != tunnel) {
            events.note(
                    now,
                    "egress",
                    tunnel.endpoint().connectionId() + " through "
                            + tunnel.endpoint().outsideAddress());
        }
    }
}
