package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.AclEntry;
import io.vpntck.reference.ec2.IpPermission;
import io.vpntck.reference.ec2.VpcRules;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.DropReason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before a host of a VPC: the network ACL of its subnet, which judges each packet by itself, and its
 * security group, which lets answers pass to what it has let pass.
 *
 * <p>A fragment but the first has no ports: it is judged by addresses and protocol.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Security.html">Amazon VPC User Guide, "Security"
 *     (2018-09)</a>
 */
final class HostFirewall {
    private static final int MOST_FLOWS = 10_000;
    private static final String ALL = "-1";

    private final VpcRules rules;
    private final Set<AwsSideFault> faults;
    private final Set<Flow> flows = new LinkedHashSet<>();

    HostFirewall(VpcRules rules, Set<AwsSideFault> faults) {
        this.rules = rules;
        this.faults = faults;
    }

    /** Packets of one conversation of a host; the selector is a pair of ports or an ICMP identifier. */
    private record Flow(String vpcId, Ipv4Address host, Ipv4Address peer, int protocol, int selector) {}

    /** Why a packet may not pass; empty where it may. */
    Optional<DropReason> refuses(String vpcId, Ipv4Packet packet, boolean outbound) {
        Ipv4Address host = outbound ? packet.source() : packet.destination();
        Ipv4Address peer = outbound ? packet.destination() : packet.source();
        Ports ports = Ports.of(packet);
        boolean acl = rules.networkAcl(vpcId, host, outbound)
                .map(entries -> aclAllows(entries, packet, peer, ports))
                .orElse(true);
        if (!acl && !faults.contains(AwsSideFault.IGNORES_NETWORK_ACLS)) {
            return Optional.of(DropReason.NETWORK_ACL);
        }
        Flow flow = new Flow(vpcId, host, peer, packet.protocol(), ports.selector(outbound));
        boolean group = flows.contains(flow)
                || rules.securityGroup(vpcId, outbound)
                        .map(permissions -> permissions.stream().anyMatch(p -> permits(p, packet, peer, ports)))
                        .orElse(true);
        if (!group && !faults.contains(AwsSideFault.IGNORES_SECURITY_GROUPS)) {
            return Optional.of(DropReason.SECURITY_GROUP);
        }
        remember(flow);
        return Optional.empty();
    }

    private void remember(Flow flow) {
        if (flows.add(flow) && flows.size() > MOST_FLOWS) {
            flows.remove(flows.iterator().next());
        }
    }

    private static boolean aclAllows(List<AclEntry> entries, Ipv4Packet packet, Ipv4Address peer, Ports ports) {
        return entries.stream()
                .filter(entry -> matches(entry, packet, peer, ports))
                .findFirst()
                .map(AclEntry::allow)
                .orElse(false);
    }

    private static boolean matches(AclEntry entry, Ipv4Packet packet, Ipv4Address peer, Ports ports) {
        boolean protocol = entry.protocol().equals(ALL) || entry.protocol().equals(Integer.toString(packet.protocol()));
        boolean block = Ipv4Prefix.parse(entry.block())
                .filter(prefix -> prefix.contains(peer))
                .isPresent();
        boolean range =
                entry.ports().map(r -> ports.within(r.first(), r.second())).orElse(true);
        boolean icmp =
                entry.icmp().map(r -> ports.isIcmp(r.first(), r.second())).orElse(true);
        return protocol && block && range && icmp;
    }

    private static boolean permits(IpPermission permission, Ipv4Packet packet, Ipv4Address peer, Ports ports) {
        boolean network = permission.peer().kind() == IpPermission.PeerKind.IPV4
                && Ipv4Prefix.of(permission.peer().value()).contains(peer);
        return network
                && switch (permission.protocol()) {
                    case ALL -> true;
                    case "tcp" -> packet.protocol() == Ipv4Packet.TCP && within(permission, ports);
                    case "udp" -> packet.protocol() == Ipv4Packet.UDP && within(permission, ports);
                    case "icmp" ->
                        packet.protocol() == Ipv4Packet.ICMP
                                && ports.isIcmp(
                                        permission.from().orElse(-1),
                                        permission.to().orElse(-1));
                    default -> permission.protocol().equals(Integer.toString(packet.protocol()));
                };
    }

    private static boolean within(IpPermission permission, Ports ports) {
        return ports.within(permission.from().orElse(0), permission.to().orElse(0xffff));
    }
}
