package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ec2.AclEntry;
import io.vpntck.reference.ec2.IpPermission;
import io.vpntck.reference.ec2.VpcRules;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostFirewallTest {
    private static final String VPC = "vpc-1";
    private static final Ipv4Address HOST = Ipv4Address.of("10.0.1.10");
    private static final Ipv4Address PEER = Ipv4Address.of("10.20.0.10");

    private final List<IpPermission> ingress = new ArrayList<>();
    private final List<IpPermission> egress = new ArrayList<>(List.of(permission("-1", -1, "0.0.0.0/0")));
    private final List<AclEntry> acl = new ArrayList<>();
    private final HostFirewall firewall = new HostFirewall(
            new VpcRules() {
                @Override
                public Optional<List<IpPermission>> securityGroup(String vpcId, boolean outbound) {
                    return Optional.of(outbound ? egress : ingress);
                }

                @Override
                public Optional<List<AclEntry>> networkAcl(String vpcId, Ipv4Address host, boolean egressive) {
                    return acl.isEmpty()
                            ? Optional.empty()
                            : Optional.of(acl.stream()
                                    .filter(e -> e.egress() == egressive)
                                    .toList());
                }

                @Override
                public Optional<String> target(String vpcId, Ipv4Address host, IpPrefix destination) {
                    return Optional.empty();
                }
            },
            Set.of());

    private static IpPermission permission(String protocol, int port, String network) {
        Optional<Integer> ports = protocol.equals("-1") ? Optional.empty() : Optional.of(port);
        return IpPermission.of(
                protocol, ports, ports, new IpPermission.Peer(IpPermission.PeerKind.IPV4, network), Optional.empty());
    }

    private static Ipv4Packet echo(boolean request, Ipv4Address from, Ipv4Address to) {
        return Ipv4Packet.of(from, to, Ipv4Packet.ICMP, new IcmpEcho(request, 5, 1, Octets.EMPTY).encode());
    }

    private static Ipv4Packet udp(int sourcePort, int destinationPort) {
        Octets datagram = new UdpDatagram(sourcePort, destinationPort, Octets.EMPTY).encode(PEER, HOST);
        return Ipv4Packet.of(PEER, HOST, Ipv4Packet.UDP, datagram);
    }

    private Optional<DropReason> inbound(Ipv4Packet packet) {
        return firewall.refuses(VPC, packet, false);
    }

    @Test
    void takesNothingWithoutARule() {
        assertThat(inbound(echo(true, PEER, HOST))).contains(DropReason.SECURITY_GROUP);
        ingress.add(permission("udp", 53, "10.20.0.0/24"));
        assertThat(inbound(echo(true, PEER, HOST))).contains(DropReason.SECURITY_GROUP);
    }

    @Test
    void takesWhatARuleLetsIn() {
        ingress.add(permission("udp", 53, "10.20.0.0/24"));
        assertThat(inbound(udp(9, 53))).isEmpty();
        assertThat(inbound(udp(9, 54))).contains(DropReason.SECURITY_GROUP);
    }

    @Test
    void takesWhatARuleForAnotherNetworkLetsInFromThereAlone() {
        ingress.add(permission("icmp", -1, "192.168.0.0/16"));
        assertThat(inbound(echo(true, PEER, HOST))).contains(DropReason.SECURITY_GROUP);
        assertThat(inbound(echo(true, Ipv4Address.of("192.168.1.1"), HOST))).isEmpty();
    }

    @Test
    void takesAnswersToWhatTheHostSent() {
        assertThat(firewall.refuses(VPC, echo(true, HOST, PEER), true)).isEmpty();
        assertThat(inbound(echo(false, PEER, HOST))).isEmpty();
    }

    @Test
    void answersWhatItTookWhateverMayGoOut() {
        ingress.add(permission("icmp", -1, "0.0.0.0/0"));
        egress.clear();
        assertThat(firewall.refuses(VPC, echo(false, HOST, PEER), true)).contains(DropReason.SECURITY_GROUP);
        assertThat(inbound(echo(true, PEER, HOST))).isEmpty();
        assertThat(firewall.refuses(VPC, echo(false, HOST, PEER), true)).isEmpty();
    }

    @Test
    void judgesLaterFragmentsByAddressesAndProtocol() {
        ingress.add(permission("udp", 53, "0.0.0.0/0"));
        Ipv4Packet later =
                new Ipv4Packet(0, 1, false, false, 10, 64, Ipv4Packet.UDP, PEER, HOST, Octets.EMPTY, Octets.zeros(16));
        assertThat(inbound(later)).isEmpty();
        Ipv4Packet other =
                new Ipv4Packet(0, 1, false, false, 10, 64, Ipv4Packet.ICMP, PEER, HOST, Octets.EMPTY, Octets.zeros(16));
        assertThat(inbound(other)).contains(DropReason.SECURITY_GROUP);
    }

    @Test
    void doesAsTheAclEntryThatComesFirstSays() {
        ingress.add(permission("-1", -1, "0.0.0.0/0"));
        acl.add(entry(80, false, "17", false));
        acl.add(entry(100, false, "-1", true));
        assertThat(inbound(udp(1, 2))).contains(DropReason.NETWORK_ACL);
        assertThat(inbound(echo(true, PEER, HOST))).isEmpty();
        assertThat(firewall.refuses(VPC, echo(false, HOST, PEER), true))
                .as("without an entry for what goes out, though it is an answer")
                .contains(DropReason.NETWORK_ACL);
    }

    private static AclEntry entry(int number, boolean egress, String protocol, boolean allow) {
        return new AclEntry(number, egress, protocol, allow, "0.0.0.0/0", Optional.empty(), Optional.empty());
    }
}
