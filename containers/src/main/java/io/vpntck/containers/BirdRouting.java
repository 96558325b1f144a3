package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Map;

/**
 * BIRD: a session through each tunnel, and the LAN announced. What the sessions bring goes into the kernel's table, and the
 * LAN, which is there already, does not.
 */
record BirdRouting(VpnConfiguration configuration, Ipv4Prefix lan) implements Routing {
    static final String LOG = "/var/log/bird.log";

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
                  route %3$s blackhole;
                }
                """
                        .formatted(LOG, configuration.tunnels().get(0).customerGatewayOutside(), lan));
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

    @Override
    public String stop() {
        return """
                birdc down
                until ! pidof bird > /dev/null; do read -r -t 0.1 <> <(:) || true; done
                """;
    }
}
