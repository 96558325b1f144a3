package io.vpntck.steps.dataplane;

import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.bgp.KeepaliveMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.capture.Announcements;
import io.vpntck.steps.capture.BgpView;
import io.vpntck.steps.capture.ObservedBgp;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The BGP sessions of the two tunnels, as they are seen in what went through them. */
public final class Peerings {
    static final List<Integer> BOTH = List.of(1, 2);
    private static final Duration RAISED = Duration.ofSeconds(30);

    private final World world;
    private final Tunnels tunnels;

    public Peerings(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    BgpView view(int tunnel) {
        return BgpView.of(tunnels.view(), tunnels.outside(tunnel));
    }

    /** The AWS side's inside address. */
    Ipv4Address aws(int tunnel) {
        return tunnels.inside().get(tunnel - 1);
    }

    /** The gateway's inside address: the other one of the /30. */
    Ipv4Address gateway(int tunnel) {
        return aws(tunnel).plus(1);
    }

    <M extends BgpMessage> List<M> fromAws(int tunnel, Class<M> kind) {
        return view(tunnel).from(aws(tunnel), kind);
    }

    <M extends BgpMessage> List<M> fromGateway(int tunnel, Class<M> kind) {
        return view(tunnel).from(gateway(tunnel), kind);
    }

    /** What the gateway announces now. */
    Announcements announcements(int tunnel) {
        return Announcements.of(view(tunnel).messages(), gateway(tunnel));
    }

    /** What of it the AWS side has to use: all but the paths with the AS that it says in its OPEN. */
    Set<Ipv4Prefix> usable(int tunnel) {
        List<OpenMessage> opens = fromAws(tunnel, OpenMessage.class);
        return opens.isEmpty()
                ? Set.of()
                : announcements(tunnel)
                        .withoutLoopsThrough(opens.get(opens.size() - 1).as());
    }

    /** When both sides had said OPEN and KEEPALIVE. */
    Optional<Instant> established(int tunnel) {
        Optional<Instant> aws = confirmed(tunnel, aws(tunnel));
        Optional<Instant> gateway = confirmed(tunnel, gateway(tunnel));
        return aws.flatMap(a -> gateway.map(g -> a.isAfter(g) ? a : g));
    }

    private Optional<Instant> confirmed(int tunnel, Ipv4Address side) {
        boolean opened = !view(tunnel).from(side, OpenMessage.class).isEmpty();
        return view(tunnel).messages().stream()
                .filter(m -> m.source().equals(side) && m.message() instanceof KeepaliveMessage)
                .map(ObservedBgp::time)
                .filter(time -> opened)
                .findFirst();
    }

    /** Raises both tunnels, and lets some time go by. */
    void raise(Duration time) {
        tunnels.raise(RAISED);
        world.testbed().pass(time);
    }

    /** Raises both tunnels and waits for both sessions; says whether they came up. */
    boolean establish(Duration limit) {
        tunnels.raise(RAISED);
        return world.testbed()
                .await(limit, () -> BOTH.stream().allMatch(t -> established(t).isPresent()));
    }
}
