package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.gateway.TunnelConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** strongSwan, with or without something that speaks BGP, and a host behind it, in a container with its own kernel. */
final class StrongswanGateway implements GatewayContainer {
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");

    /** The generic configuration's, "#3 Tunnel Interface Configuration". */
    private static final int GENERIC_MTU = 1436;

    private final Guest guest;
    private final GuestHost host;
    private final RoutingSoftware software;
    private final Set<StrongswanFault> faults;
    private Routing routing;
    private boolean running;

    StrongswanGateway(Guest guest, RoutingSoftware software, Set<StrongswanFault> faults) {
        this.guest = guest;
        this.host = new GuestHost(guest);
        this.software = software;
        this.faults = faults;
    }

    @Override
    public String name() {
        return software.gateway;
    }

    @Override
    public String version() {
        List<String> versions = new ArrayList<>(List.of("strongSwan " + version("strongswan-charon")));
        software.packages.forEach(name -> versions.add(name + " " + version(name)));
        return String.join(", ", versions);
    }

    private String version(String name) {
        return guest.besides("dpkg-query", "-W", "-f", "${Version}", name);
    }

    @Override
    public Set<Capability> capabilities() {
        return software.capabilities();
    }

    @Override
    public Ipv4Address outsideAddress() {
        return Ipv4Address.of(OutsideLink.GATEWAY);
    }

    @Override
    public Ipv4Prefix lan() {
        return LAN;
    }

    @Override
    public void apply(TunnelConfiguration configuration) {
        stop();
        VpnConfiguration document = VpnConfiguration.parse(configuration.document());
        routing = software.of(document, configuration.vpc(), LAN);
        StrongswanFiles files = new StrongswanFiles(
                document,
                configuration.vpc(),
                routing,
                configuration.interfaceMtu().orElse(GENERIC_MTU),
                faults);
        guest.write("/gateway/strongswan.conf", files.strongswanConf());
        guest.write("/gateway/swanctl.conf", files.swanctlConf());
        guest.write("/gateway/updown", files.updown());
        guest.write("/gateway/start", files.start());
        guest.write("/gateway/stop", files.stop());
        routing.files().forEach(guest::write);
    }

    @Override
    public void announce(List<Ipv4Prefix> prefixes) {
        if (routing == null) {
            throw new IllegalStateException("the gateway has no configuration yet");
        }
        Routing.Change change = routing.announcing(prefixes);
        routing = change.next();
        routing.files().forEach(guest::write);
        if (running) {
            guest.write("/gateway/announce", "#!/bin/bash\nset -e\n" + change.script());
            guest.run("bash /gateway/announce");
        }
    }

    @Override
    public void start() {
        guest.run("bash /gateway/start");
        running = true;
    }

    @Override
    public void stop() {
        if (running) {
            guest.run("bash /gateway/stop");
            running = false;
        }
    }

    @Override
    public LanHost lanHost() {
        return host;
    }

    @Override
    public void pathMtu(int octets) {
        guest.run("ip link set vec0 mtu " + octets);
    }

    @Override
    public Optional<String> status() {
        return Optional.of(guest.ask("swanctl --list-sas"));
    }

    @Override
    public String log() {
        return guest.read("/var/log/charon.log") + guest.read(software.log);
    }

    @Override
    public void close() {
        guest.close();
    }
}
