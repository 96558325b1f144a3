package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Map;

/** FRR, its zebra and bgpd: a session through each tunnel, and the LAN announced, but not what the other tunnel brought. */
record FrrRouting(VpnConfiguration configuration, Ipv4Prefix lan) implements Routing {
    static final String LOG = "/tmp/frr.log";

    @Override
    public Map<String, String> files() {
        VpnConfiguration.Tunnel first = configuration.tunnels().get(0);
        StringBuilder file = new StringBuilder(
                """
                hostname gateway
                log file %s
                router bgp %d
                 bgp router-id %s
                 no bgp ebgp-requires-policy
                 no bgp network import-check
                """
                        .formatted(
                                LOG, first.bgp().orElseThrow().customerGatewayAsn(), first.customerGatewayOutside()));
        for (VpnConfiguration.Tunnel tunnel : configuration.tunnels()) {
            VpnConfiguration.Bgp bgp = tunnel.bgp().orElseThrow();
            file.append(
                    """
                     neighbor %1$s remote-as %2$d
                     neighbor %1$s update-source %3$s
                     neighbor %1$s timers %4$d %5$d
                     neighbor %1$s timers connect 5
                     neighbor %1$s advertisement-interval 0
                    """
                            .formatted(
                                    tunnel.awsInside(),
                                    bgp.awsAsn(),
                                    tunnel.customerGatewayInside(),
                                    bgp.holdTime() / 3,
                                    bgp.holdTime()));
        }
        file.append(" address-family ipv4 unicast\n  network ").append(lan).append('\n');
        for (VpnConfiguration.Tunnel tunnel : configuration.tunnels()) {
            file.append("  neighbor ").append(tunnel.awsInside()).append(" prefix-list lan out\n");
        }
        file.append(" exit-address-family\nip prefix-list lan permit ")
                .append(lan)
                .append('\n');
        return Map.of("/gateway/frr.conf", file.toString());
    }

    @Override
    public String whenTunnelsChange() {
        return "";
    }

    @Override
    public String start() {
        return """
                mkdir -p /run/frr
                chown frr:frr /run/frr
                cp /gateway/frr.conf /etc/frr/frr.conf
                : > /etc/frr/vtysh.conf
                /usr/lib/frr/zebra -d -A 127.0.0.1
                /usr/lib/frr/bgpd -d -A 127.0.0.1
                vtysh -b
                """;
    }

    @Override
    public String stop() {
        return """
                kill $(pidof bgpd) $(pidof zebra)
                until ! pidof bgpd zebra > /dev/null; do read -r -t 0.1 <> <(:) || true; done
                """;
    }
}
