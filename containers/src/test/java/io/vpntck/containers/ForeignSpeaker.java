package io.vpntck.containers;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A BGP implementation of others, as one container runs it: a passive neighbour of the kit that announces 100 prefixes.
 *
 * <p>The commands are for its shell: one to start it, one that prints its version, one that prints how many of the kit's prefixes
 * it holds, and two that take the session down with a text and up again. The latter also ends the time, up to minutes, that some
 * wait after an error.
 */
enum ForeignSpeaker {
    BIRD(
            10,
            """
            log stderr all;
            router id %1$s;
            protocol device {}
            protocol static announced { ipv4; %4$s }
            protocol bgp kit {
              local %1$s as %2$s; neighbor %3$s as 4200000000;
              passive yes; hold time 90; error wait time 1, 1;
              ipv4 { import all; export where source = RTS_STATIC; };
            }
            """,
            "route %s blackhole;",
            "bird -f -c /speaker/conf -s /run/bird/bird.ctl",
            "bird --version 2>&1",
            "birdc show route protocol kit | grep -c '^172\\.20\\.'",
            "birdc disable kit '\"maintenance\"'",
            "birdc enable kit"),
    FRR(
            20,
            """
            log stdout
            router bgp %2$s
             bgp router-id %1$s
             no bgp ebgp-requires-policy
             no bgp network import-check
             neighbor %3$s remote-as 4200000000
             neighbor %3$s passive
             neighbor %3$s disable-connected-check
             address-family ipv4 unicast
            %4$s
             exit-address-family
            """,
            "  network %s\n",
            "/usr/lib/frr/bgpd -S -f /speaker/conf -Z -n -l 0.0.0.0",
            "/usr/lib/frr/bgpd --version | head -1",
            "vtysh -c 'show bgp ipv4 unicast' | grep -c '172\\.20\\.'",
            "vtysh -c 'conf t' -c 'router bgp 65020' -c 'neighbor 198.18.254.1 shutdown message maintenance'",
            "vtysh -c 'conf t' -c 'router bgp 65020' -c 'no neighbor 198.18.254.1 shutdown'"),
    GOBGP(
            30,
            """
            [global.config]
              as = %2$s
              router-id = "%1$s"
            [[neighbors]]
              [neighbors.config]
                neighbor-address = "%3$s"
                peer-as = 4200000000
              [neighbors.transport.config]
                passive-mode = true
              [neighbors.timers.config]
                idle-hold-time-after-reset = 1
            # %4$s
            """,
            "%s ",
            "gobgpd -t toml -f /speaker/conf & for n in $(sed -n 's/^# //p' /speaker/conf); do "
                    + "until gobgp global rib add $n; do sleep 0.1; done; done; wait",
            "gobgpd --version",
            "gobgp neighbor 198.18.254.1 adj-in | grep -c '172\\.20\\.'",
            "gobgp neighbor 198.18.254.1 disable --reason maintenance",
            "gobgp neighbor 198.18.254.1 enable"),
    OPENBGPD(
            40,
            """
            AS %2$s
            router-id %1$s
            fib-update no
            %4$s
            neighbor %3$s {
              remote-as 4200000000
              passive
            }
            allow from any
            allow to any
            """,
            "network %s\n",
            "mkdir -p /run/openbgpd; bgpd -d -f /speaker/conf",
            "dpkg-query -W -f 'OpenBGPD ${Version}' openbgpd",
            "bgpctl show rib in neighbor 198.18.254.1 | grep -c '172\\.20\\.'",
            "bgpctl neighbor 198.18.254.1 down maintenance",
            "bgpctl neighbor 198.18.254.1 up");

    /** The kit's end of all sessions: the host's address on the bridge. */
    static final String KIT = "198.18.254.1";

    private final int number;
    private final String configuration;
    private final String network;
    final String start;
    final String version;
    final String count;
    final String down;
    final String up;

    ForeignSpeaker(
            int number,
            String configuration,
            String network,
            String start,
            String version,
            String count,
            String down,
            String up) {
        this.number = number;
        this.configuration = configuration;
        this.network = network;
        this.start = start;
        this.version = version;
        this.count = count;
        this.down = down;
        this.up = up;
    }

    String address() {
        return "198.18.254." + number;
    }

    long as() {
        return 65000 + number;
    }

    String configuration() {
        return configuration.formatted(
                address(),
                as(),
                KIT,
                IntStream.range(0, 100)
                        .mapToObj(i -> network.formatted("10." + number + "." + i + ".0/24"))
                        .collect(Collectors.joining()));
    }
}
