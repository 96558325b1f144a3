package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * FRR, its zebra and bgpd: a session through each tunnel, and its own prefixes announced, the LAN at first, but not what
 * the other tunnel brought.
 */
record FrrRouting(VpnConfiguration configuration, List<Ipv4Prefix> announced) implements Routing {
    static final String LOG = "/tmp/frr.log";

    FrrRouting {
        announced = List.copyOf(announced);
    }

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
        file.append(" address-family ipv4 unicast\n");
        announced.forEach(prefix -> file.append("  network ").append(prefix).append('\n'));
        for (VpnConfiguration.Tunnel tunnel : configuration.tunnels()) {
            file.append("  neighbor ").append(tunnel.awsInside()).append(" prefix-list own out\n");
        }
        file.append(" exit-address-family\n");
        announced.forEach(prefix -> file.append(permit(prefix)).append('\n'));
        return Map.of("/gateway/frr.conf", file.toString());
    }

    private static String permit(Ipv4Prefix prefix) {
        return "ip prefix-list own permit " + prefix;
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

    /** What is gone stays permitted: there is nothing left of it to be announced. */
    @Override
    public Change announcing(List<Ipv4Prefix> prefixes) {
        List<String> commands = new ArrayList<>(List.of("configure terminal"));
        prefixes.forEach(prefix -> commands.add(permit(prefix)));
        commands.add("router bgp "
                + configuration.tunnels().get(0).bgp().orElseThrow().customerGatewayAsn());
        commands.add("address-family ipv4 unicast");
        prefixes.stream()
                .filter(prefix -> !announced.contains(prefix))
                .forEach(prefix -> commands.add("network " + prefix));
        announced.stream()
                .filter(prefix -> !prefixes.contains(prefix))
                .forEach(prefix -> commands.add("no network " + prefix));
        String script =
                commands.stream().map(" \\\n  -c '%s'"::formatted).collect(Collectors.joining("", "vtysh", "\n"));
        return new Change(new FrrRouting(configuration, prefixes), script);
    }

    @Override
    public String stop() {
        return """
                kill $(pidof bgpd) $(pidof zebra)
                until ! pidof bgpd zebra > /dev/null; do read -r -t 0.1 <> <(:) || true; done
                """;
    }
}
