package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.host.Host;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.peering.BgpPeering;
import io.vpntck.reference.tunnel.InterfaceRules;
import io.vpntck.reference.tunnel.Reception;
import io.vpntck.reference.tunnel.TunnelEnd;
import io.vpntck.reference.tunnel.TunnelInterface;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One tunnel of the AWS side: what the control plane says of it, and its machine. */
final class AwsTunnel {
    private static final int LINK_MTU = 1500;
    /** Amazon VPC User Guide, "Amazon VPC Limits" (2018-09): routes of a dynamic connection. */
    private static final int MOST_ROUTES = 100;

    private final TunnelInterface link;
    private final Host inside;
    private final Set<AwsSideFault> faults;
    private final HardOfHearing hearing;
    private final EspMisbehaviour esp;
    private final Optional<BgpPeering> peering;
    private final Set<Ipv4Prefix> accepted = new LinkedHashSet<>();
    private List<Ipv4Prefix> announced = List.of();
    private boolean toAnnounce = true;
    private TunnelEndpoint endpoint;
    private boolean reportedUp;
    private boolean blackholed;
    private boolean detached;

    AwsTunnel(TunnelEndpoint endpoint, TunnelManners manners, Entropy entropy, Set<AwsSideFault> faults) {
        this.faults = faults;
        this.hearing = new HardOfHearing(faults);
        this.esp = new EspMisbehaviour(faults);
        this.endpoint = endpoint;
        this.inside = new Host(endpoint.insideCidr().network().plus(1));
        // What fits the link is all that limits a packet here; the ends of TCP are left to the customer's gateway.
        InterfaceRules rules = new InterfaceRules(
                inside.address(),
                LINK_MTU,
                false,
                !faults.contains(AwsSideFault.FRAGMENTS_AFTER_ENCRYPTION),
                Optional.empty(),
                !faults.contains(AwsSideFault.SWALLOWS_LARGE_PACKETS));
        this.peering = endpoint.bgp().map(bgp -> peering(bgp, manners.beyondLimit(), entropy));
        this.link = new TunnelInterface(
                new TunnelEnd(
                        AwsPolicy.of(endpoint, manners.otherKeys(), faults),
                        entropy,
                        new Reception(Reception.ADVISED_WINDOW, esp)),
                rules);
    }

    /** The customer gateway connects; the AWS side listens. */
    private BgpPeering peering(TunnelEndpoint.Bgp bgp, PrefixLimit.Reaction beyondLimit, Entropy entropy) {
        SessionSettings settings = SessionSettings.of(bgp.amazonSideAsn(), bgp.customerAsn(), inside.address())
                .waiting()
                .withLimit(new PrefixLimit(MOST_ROUTES, beyondLimit));
        return new BgpPeering(
                new BgpMisbehaviour(faults).bend(settings),
                inside.address(),
                inside.address().plus(1),
                entropy);
    }

    /** Empty on a static connection. */
    Optional<BgpPeering> peering() {
        return peering;
    }

    /** The prefixes of the peer that are in use; kept by whoever drives the peering. */
    Set<Ipv4Prefix> accepted() {
        return accepted;
    }

    /** Whether what the peer is told does not fit the control plane any more. */
    boolean isToAnnounce() {
        return toAnnounce;
    }

    List<Ipv4Prefix> announced() {
        return announced;
    }

    void hasAnnounced(List<Ipv4Prefix> prefixes) {
        announced = List.copyOf(prefixes);
        toAnnounce = false;
    }

    EspMisbehaviour esp() {
        return esp;
    }

    TunnelEnd end() {
        return link.end();
    }

    TunnelInterface link() {
        return link;
    }

    /** The AWS side itself as a host with the tunnel's inside address, the first of its /30. */
    Host inside() {
        return inside;
    }

    /** When the machine or the host has something to do. */
    Optional<Instant> wakeAt() {
        Optional<Instant> atOnce = peering.isPresent() && toAnnounce ? Optional.of(Instant.MIN) : Optional.empty();
        return Stream.of(end().wakeAt(), inside.wakeAt(), peering.flatMap(BgpPeering::wakeAt), atOnce)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    TunnelEndpoint endpoint() {
        return endpoint;
    }

    /** Routes and VPC attachment may change while the tunnel stays as it is. */
    void follow(TunnelEndpoint newer) {
        boolean loses = endpoint.vpcId().isPresent() && newer.vpcId().isEmpty();
        detached |= loses || endpoint.vpcId().isPresent() && !endpoint.vpcId().equals(newer.vpcId());
        if (detached && faults.contains(AwsSideFault.SERVES_FIRST_VPC_ONLY)) {
            endpoint = newer.unattached();
        } else if (!loses || !faults.contains(AwsSideFault.SERVES_DETACHED_VPC)) {
            endpoint = newer;
        }
        toAnnounce |= !announced.equals(endpoint.vpcCidrs());
    }

    boolean isOfConnectionOf(AwsTunnel other) {
        return endpoint.connectionId().equals(other.endpoint.connectionId());
    }

    /** Whether this is still the machine for what the control plane describes. */
    boolean fits(TunnelEndpoint newer) {
        return newer.bgp().equals(endpoint.bgp())
                && newer.connectionId().equals(endpoint.connectionId())
                && newer.preSharedKey().equals(endpoint.preSharedKey())
                && newer.customerGateway().equals(endpoint.customerGateway());
    }

    /** Whether a packet from this address is for this tunnel: its peer is known by the registered address alone. */
    boolean serves(Ipv4Address source) {
        return endpoint.customerGateway().equals(source)
                || faults.contains(AwsSideFault.TAKES_ANY_SOURCE)
                || faults.contains(AwsSideFault.REFUSES_WHEN_FULL);
    }

    /** Whether a packet reaches the machine. */
    boolean hears(Ipv4Packet packet) {
        return !blackholed && !hearing.misses(packet, end().isUp());
    }

    boolean blackholed() {
        return blackholed;
    }

    void blackhole(boolean on) {
        blackholed = on;
    }

    /** Whether the state differs from the one told before; it counts as told afterwards. */
    boolean changed() {
        boolean changed = reportedUp != end().isUp();
        reportedUp = end().isUp();
        return changed;
    }
}
