package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * BIRD: a session through each tunnel. What the sessions bring goes into the kernel's table, and what is announced, the
 * LAN at first, does not: the LAN is there already, and the rest is nowhere.
 */
record BirdRouting(VpnConfiguration configuration, List<Ipv4Prefix> announced) implements Routing {
    static final String LOG = "/var/log/bird.log";

    BirdRouting {
        announced = List.copyOf(announced);
    }

    @Override
    public Map<String, String> files() {
        return Map.of("/gateway/bird.conf", configurationFile());
    }

    private String configurationFile() {
        StringBuilder file = new StringBuilder(
                """
                log "%1$s" all;
                router id %2$s;
                protocol device {}
                protocol kernel { ipv4 { import none; export where source = RTS_BGP; }; }
                protocol static announced {
                  ipv4;
                %3$s}
                """
                        .formatted(LOG, configuration.tunnels().get(0).customerGatewayOutside(), routes()));
        for (int i = 0; i < configuration.tunnels().size(); i++) {
            VpnConfiguration.Tunnel tunnel = configuration.tunnels().get(i);
            VpnConfiguration.Bgp bgp = tunnel.bgp().orElseThrow();
            file.append(
                    """
                    protocol bgp t%1$d {
                      local %2$s as %3$d;
                      neighbor %4$s as %5$d;
                      interface "vti%1$d";
                      direct;
                      hold time %6$d;
                      keepalive time %7$d;
                      connect delay time 1;
                      connect retry time 5;
                      error wait time 2, 10;
                      ipv4 { import all; export where source = RTS_STATIC; next hop self; };
                    }
                    """
                            .formatted(
                                    i + 1,
                                    tunnel.customerGatewayInside(),
                                    bgp.customerGatewayAsn(),
                                    tunnel.awsInside(),
                                    bgp.awsAsn(),
                                    bgp.holdTime(),
                                    bgp.holdTime() / 3));
        }
        return file.toString();
    }

    private String routes() {
        return announced.stream().map("  route %s blackhole;\n"::formatted).collect(Collectors.joining());
    }

    @Override
    public String whenTunnelsChange() {
        return "";
    }

    @Override
    public String start() {
        return """
                mkdir -p /run/bird
                bird -c /gateway/bird.conf -s /run/bird/bird.ctl -P /run/bird/bird.pid
                """;
    }

    /** BIRD reads its file again; it restarts no protocol whose own part is the same. */
    @Override
    public Change announcing(List<Ipv4Prefix> prefixes) {
        return new Change(
                new BirdRouting(configuration, prefixes),
                """
                answer=$(birdc configure)
                echo "$answer"
                [[ $answer == *Reconfig* ]]
                """);
    }

    @Override
    public String stop() {
        return """
                birdc down
                until ! pidof bird > /dev/null; do read -r -t 0.1 <> <(:) || true; done
                """;
    }
}
