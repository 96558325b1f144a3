package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.Ipv6Prefix;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of a security group: what it lets pass, from or to one peer.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a number, or {@code -1} for all
 * @param from the first port, or the ICMP type (-1 for all); empty where the protocol has none
 * @param to the last port, or the ICMP code (-1 for all)
 * @param description for people; two rules that differ in it alone are the same
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_SecurityGroups.html">Amazon VPC User Guide, "Security
 *     Groups for Your VPC" (2018-09)</a>
 */
public record IpPermission(
        String protocol, Optional<Integer> from, Optional<Integer> to, Peer peer, Optional<String> description) {
    private static final Map<String, String> WORDS = Map.of("6", "tcp", "17", "udp", "1", "icmp");
    private static final String ALL = "-1";

    /** Whose packets pass. */
    public enum PeerKind {
        IPV4,
        IPV6,
        GROUP,
        PREFIX_LIST
    }

    /** @param value a network in CIDR notation, or an id */
    public record Peer(PeerKind kind, String value) {}

    /** @throws RejectedRequestException when the protocol, the ports or the network are none */
    public static IpPermission of(
            String protocol, Optional<Integer> from, Optional<Integer> to, Peer peer, Optional<String> description) {
        String word = WORDS.getOrDefault(protocol, protocol);
        boolean number = word.matches("[0-9]{1,3}") && Integer.parseInt(word) <= 255;
        if (!number && !word.equals(ALL) && !WORDS.containsValue(word)) {
            throw refused("IpProtocol", protocol, "it is no protocol");
        }
        boolean ports = word.equals("tcp") || word.equals("udp");
        if (ports) {
            checkPorts(from, to);
        }
        if (word.equals("icmp")) {
            checkIcmp(from, "FromPort");
            checkIcmp(to, "ToPort");
        }
        boolean ranged = ports || word.equals("icmp");
        checkNetwork(peer);
        return new IpPermission(
                word, ranged ? from : Optional.empty(), ranged ? to : Optional.empty(), peer, description);
    }

    private static void checkPorts(Optional<Integer> from, Optional<Integer> to) {
        if (from.isEmpty() || to.isEmpty()) {
            throw new Rejection(
                            "MissingParameter", from.isEmpty() ? "FromPort" : "ToPort", "", "TCP and UDP have ports")
                    .exception();
        }
        if (from.get() < 0 || from.get() > to.get() || to.get() > 65_535) {
            throw refused("FromPort", from.get() + "-" + to.get(), "it is no range of ports");
        }
    }

    private static void checkIcmp(Optional<Integer> value, String parameter) {
        if (value.filter(v -> v >= -1 && v <= 255).isEmpty()) {
            throw refused(
                    parameter, value.map(Object::toString).orElse(""), "an ICMP type or code is from 0 to 255, or -1");
        }
    }

    private static void checkNetwork(Peer peer) {
        boolean good =
                switch (peer.kind()) {
                    case IPV4 -> Ipv4Prefix.parse(peer.value()).isPresent();
                    case IPV6 -> Ipv6Prefix.parse(peer.value()).isPresent();
                    case GROUP, PREFIX_LIST -> true;
                };
        if (!good) {
            throw refused("CidrIp", peer.value(), "it is not a network in CIDR notation");
        }
    }

    private static RejectedRequestException refused(String parameter, String value, String rule) {
        return Rejection.ofValue(parameter, value, rule).exception();
    }

    /** Whether both let the same pass. */
    boolean sameAs(IpPermission other) {
        return protocol.equals(other.protocol)
                && from.equals(other.from)
                && to.equals(other.to)
                && peer.equals(other.peer);
    }
}
