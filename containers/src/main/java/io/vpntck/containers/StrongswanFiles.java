package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Set;

/**
 * strongSwan's configuration for a VPN connection, from the downloaded document.
 *
 * <p>One VTI for each tunnel, policies that a packet traps, and the routing's own part. A blackhole route keeps what is for
 * the VPC from leaving in clear while no other leads there.
 */
final class StrongswanFiles {
    /** Above all other metrics; the first octet is what FRR takes for the administrative distance, 254. */
    private static final long LAST_RESORT = 0xfe00_03e8L;

    private final VpnConfiguration configuration;
    private final Ipv4Prefix vpc;
    private final Routing routing;
    private final int interfaceMtu;
    private final Set<StrongswanFault> faults;

    StrongswanFiles(
            VpnConfiguration configuration,
            Ipv4Prefix vpc,
            Routing routing,
            int interfaceMtu,
            Set<StrongswanFault> faults) {
        this.configuration = configuration;
        this.vpc = vpc;
        this.routing = routing;
        this.interfaceMtu = interfaceMtu;
        this.faults = faults;
    }

    /** {@code strongswan.conf}: few plugins, or the daemon takes ten seconds more to start in the guest. */
    String strongswanConf() {
        return """
                charon {
                  load = random nonce aes sha1 sha2 md5 hmac kdf gmp kernel-netlink socket-default vici updown
                  install_routes = no
                  install_virtual_ip = no
                  filelog {
                    log {
                      path = /var/log/charon.log
                      default = 1
                      ike = 2
                      flush_line = yes
                      time_format = %Y-%m-%dT%H:%M:%S
                      time_add_ms = yes
                    }
                  }
                }
                swanctl {
                  load = random
                }
                """;
    }

    String swanctlConf() {
        StringBuilder connections = new StringBuilder("connections {\n");
        StringBuilder secrets = new StringBuilder("secrets {\n");
        for (int i = 0; i < configuration.tunnels().size(); i++) {
            VpnConfiguration.Tunnel tunnel = configuration.tunnels().get(i);
            connections.append(connection(i + 1, tunnel));
            secrets.append(
                    """
                      ike-%d {
                        id-1 = %s
                        id-2 = %s
                        secret = "%s"
                      }
                    """
                            .formatted(
                                    i + 1,
                                    tunnel.customerGatewayOutside(),
                                    tunnel.awsOutside(),
                                    tunnel.preSharedKey()));
        }
        return connections.append("}\n").append(secrets).append("}\n").toString();
    }

    private static String connection(int number, VpnConfiguration.Tunnel tunnel) {
        long dpdTimeout = tunnel.dpdInterval().toSeconds() * tunnel.dpdRetries();
        return """
                  t%1$d {
                    version = 1
                    aggressive = no
                    local_addrs = %2$s
                    remote_addrs = %3$s
                    proposals = %4$s
                    dpd_delay = %5$ds
                    dpd_timeout = %6$ds
                    rekey_time = %7$ds
                    rand_time = 0s
                    keyingtries = 0
                    local {
                      auth = psk
                      id = %2$s
                    }
                    remote {
                      auth = psk
                      id = %3$s
                    }
                    children {
                      t%1$d {
                        esp_proposals = %8$s
                        sha256_96 = %10$s
                        local_ts = 0.0.0.0/0
                        remote_ts = 0.0.0.0/0
                        mark_in = %1$d00
                        mark_out = %1$d00
                        rekey_time = %9$ds
                        rand_time = 0s
                        start_action = trap
                        dpd_action = trap
                        close_action = trap
                        updown = /gateway/updown
                      }
                    }
                  }
                """
                .formatted(
                        number,
                        tunnel.customerGatewayOutside(),
                        tunnel.awsOutside(),
                        StrongswanProposals.phase1(tunnel.phase1()),
                        tunnel.dpdInterval().toSeconds(),
                        dpdTimeout,
                        tunnel.phase1Lifetime().toSeconds(),
                        StrongswanProposals.phase2(tunnel.phase2()),
                        tunnel.phase2Lifetime().toSeconds(),
                        StrongswanProposals.shortSha256(tunnel.phase2()) ? "yes" : "no");
    }

    /** Run by charon when the SAs of a tunnel come and go. */
    String updown() {
        return "#!/bin/sh\nnumber=${PLUTO_CONNECTION#t}\n" + routing.whenTunnelsChange() + "exit 0\n";
    }

    /** Run in the guest: interfaces, the daemon with its configuration, and the routing. */
    String start() {
        StringBuilder script = new StringBuilder("#!/bin/bash\nset -e\n");
        for (int i = 0; i < configuration.tunnels().size(); i++) {
            VpnConfiguration.Tunnel tunnel = configuration.tunnels().get(i);
            script.append(
                    """
                    ip link add vti%1$d type vti local %2$s remote %3$s key %1$d00 2> /dev/null ||
                      ip link change vti%1$d type vti local %2$s remote %3$s key %1$d00
                    ip address flush dev vti%1$d
                    ip link set vti%1$d mtu %5$d up
                    ip address add %4$s/30 dev vti%1$d
                    sysctl -qw net.ipv4.conf.vti%1$d.disable_policy=1 net.ipv4.conf.vti%1$d.rp_filter=0
                    """
                            .formatted(
                                    i + 1,
                                    tunnel.customerGatewayOutside(),
                                    tunnel.awsOutside(),
                                    tunnel.customerGatewayInside(),
                                    interfaceMtu));
        }
        if (!faults.contains(StrongswanFault.NO_BLACKHOLE_ROUTE)) {
            script.append("ip route replace blackhole %s metric %d\n".formatted(vpc, LAST_RESORT));
        }
        return script.append(
                        """
                        cp /gateway/strongswan.conf /etc/strongswan.conf
                        cp /gateway/swanctl.conf /etc/swanctl/swanctl.conf
                        /usr/lib/ipsec/charon > /var/log/charon.out 2>&1 < /dev/null &
                        until swanctl --stats > /dev/null 2>&1; do read -r -t 0.1 <> <(:) || true; done
                        swanctl --load-all
                        """)
                .append(routing.start())
                .toString();
    }

    /**
     * Run in the guest: takes the tunnels and their interfaces down and the daemon away. The interfaces stay, since the
     * kernel may hold on to one that is deleted; so does the blackhole route: a gateway that is not running sends
     * nothing in clear either.
     */
    String stop() {
        StringBuilder script = new StringBuilder("#!/bin/bash\n").append(routing.stop());
        for (int i = 1; i <= configuration.tunnels().size(); i++) {
            script.append("swanctl --terminate --ike t%1$d --timeout 5\n".formatted(i));
        }
        script.append(
                """
                kill $(pidof charon)
                for look in $(seq 200); do
                  pidof charon > /dev/null || break
                  read -r -t 0.1 <> <(:)
                done
                # What waits for an SA that nobody makes any more would keep the kernel from asking for the next.
                ip xfrm state flush
                ip xfrm policy flush
                """);
        for (int i = 1; i <= configuration.tunnels().size(); i++) {
            script.append("ip link set vti%d down\n".formatted(i));
        }
        return script.append("! pidof charon\n").toString();
    }
}
