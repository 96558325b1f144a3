package io.vpntck.reference.ec2;

import io.vpntck.reference.ec2.ConnectionRule.Breach;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a VPN connection may be created, and if not, why: a function of the request and what it finds.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section Configuring the VPN Tunnels</a>
 */
public final class ConnectionRules {
    private static final int TUNNELS = 2;

    private ConnectionRules() {}

    /** Everything that speaks against the connection, most telling first; empty when it may be created. */
    public static List<Rejection> check(ConnectionRequest request, ConnectionSurroundings found) {
        return breaches(request, found).stream().map(Breach::rejection).toList();
    }

    static List<Breach> breaches(ConnectionRequest request, ConnectionSurroundings found) {
        List<Breach> all = new ArrayList<>(tunnels(request.tunnels()));
        if (found.amazonSideAsn() == found.customerAsn()) {
            all.add(ConnectionRule.ASNS_DIFFER.brokenBy(new Rejection(
                    "AsnConflict",
                    "BgpAsn",
                    Long.toString(found.customerAsn()),
                    "the virtual private gateway has the same ASN")));
        }
        all.addAll(duplicates(request.tunnels(), found.blocks()));
        if (!found.connected()) {
            quota(request.vpnGatewayId(), found)
                    .map(ConnectionRule.QUOTA::brokenBy)
                    .ifPresent(all::add);
        }
        return all;
    }

    private static List<Breach> tunnels(List<TunnelOptions> tunnels) {
        List<Breach> all = new ArrayList<>();
        if (tunnels.size() > TUNNELS) {
            all.add(ConnectionRule.TWO_TUNNELS.brokenBy(Rejection.ofValue(
                    "Options.TunnelOptions", Integer.toString(tunnels.size()), "a connection has two tunnels")));
        }
        for (TunnelOptions tunnel : tunnels) {
            tunnel.insideCidr().map(InsideCidrs::breaches).ifPresent(all::addAll);
            tunnel.preSharedKey().map(PreSharedKeys::breaches).ifPresent(all::addAll);
        }
        return all;
    }

    private static List<Breach> duplicates(List<TunnelOptions> tunnels, Set<Ipv4Prefix> ofOthers) {
        List<Breach> all = new ArrayList<>();
        Set<Ipv4Prefix> own = new HashSet<>();
        for (TunnelOptions tunnel : tunnels) {
            tunnel.insideCidr().flatMap(Ipv4Prefix::parse).ifPresent(block -> {
                InsideCidrs.checkUnique(block, ofOthers)
                        .map(ConnectionRule.BLOCK_UNIQUE_ON_GATEWAY::brokenBy)
                        .ifPresent(all::add);
                InsideCidrs.checkUnique(block, own)
                        .map(ConnectionRule.BLOCK_UNIQUE_IN_CONNECTION::brokenBy)
                        .ifPresent(all::add);
                own.add(block);
            });
        }
        return all;
    }

    private static Optional<Rejection> quota(String vpnGatewayId, ConnectionSurroundings found) {
        if (found.connectionsOfGateway() >= found.quotaOfGateway()) {
            return Optional.of(full(vpnGatewayId, found.quotaOfGateway()));
        }
        return found.connectionsOfRegion() >= found.quotaOfRegion()
                ? Optional.of(full(vpnGatewayId, found.quotaOfRegion()))
                : Optional.empty();
    }

    private static Rejection full(String vpnGatewayId, int quota) {
        return Quotas.exceeded("VpnConnectionLimitExceeded", "VpnGatewayId", vpnGatewayId, quota);
    }
}
