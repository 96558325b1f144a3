package io.vpntck.containers;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.gateway.TunnelConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** strongSwan with static routes and a host behind it, in a container with its own kernel. */
final class StrongswanGateway implements GatewayContainer {
    static final Set<Capability> CAPABILITIES = EnumSet.of(
            Capability.IKEV1,
            Capability.ON_DEMAND,
            Capability.NAT_TRAVERSAL,
            Capability.STATIC_ROUTES,
            Capability.LAN_HOST,
            Capability.INTERFACE_MTU,
            Capability.LAB);

    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Address HOST = Ipv4Address.of("10.20.0.10");

    /** The generic configuration's, "#3 Tunnel Interface Configuration". */
    private static final int GENERIC_MTU = 1436;

    private static final Pattern MTU = Pattern.compile("mtu ?= ?(\\d+)");

    private final GenericContainer<?> container;
    private final Set<StrongswanFault> faults;
    private int pings;
    private boolean running;

    StrongswanGateway(String image, AwsSideContainer awsSide, String run, int number, Set<StrongswanFault> faults) {
        this.faults = faults;
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(name -> false)
                .withLabels(RunLabels.of(run))
                .withEnv(OutsideLink.ofGateway())
                .withTmpFs(Map.of("/dev/shm", "exec,size=256m"))
                .withCreateContainerCmdModifier(command -> {
                    command.withName("vpn-tck-" + run + "-gateway-" + number);
                    command.getHostConfig().withCapAdd(com.github.dockerjava.api.model.Capability.NET_ADMIN);
                })
                .waitingFor(Wait.forLogMessage(".*GUEST-READY.*\\n", 1).withStartupTimeout(Duration.ofSeconds(90)));
        awsSide.letIn(container);
    }

    /** Starts the container, and waits until the guest in it is up. */
    void boot() {
        container.start();
    }

    private String inGuest(String command) {
        ExecResult result = exec("/gateway/in-guest", command);
        if (result.getExitCode() != 0) {
            throw new IllegalStateException("in the guest, " + command + " ended with " + result.getExitCode() + ": "
                    + result.getStdout() + result.getStderr());
        }
        return result.getStdout();
    }

    private ExecResult exec(String... command) {
        try {
            return container.execInContainer(command);
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's container does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public String name() {
        return "strongswan-static";
    }

    @Override
    public String version() {
        return "strongSwan "
                + exec("dpkg-query", "-W", "-f", "${Version}", "strongswan-charon")
                        .getStdout();
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
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
        StrongswanFiles files = new StrongswanFiles(
                VpnConfiguration.parse(configuration.document()),
                configuration.vpc(),
                configuration.interfaceMtu().orElse(GENERIC_MTU),
                faults);
        copy(files.strongswanConf(), "/gateway/strongswan.conf");
        copy(files.swanctlConf(), "/gateway/swanctl.conf");
        copy(files.updown(), "/gateway/updown");
        copy(files.start(), "/gateway/start");
        copy(files.stop(), "/gateway/stop");
    }

    private void copy(String content, String path) {
        container.copyFileToContainer(Transferable.of(content, 0755), path);
    }

    @Override
    public void start() {
        inGuest("bash /gateway/start");
        running = true;
    }

    @Override
    public void stop() {
        if (running) {
            inGuest("bash /gateway/stop");
            running = false;
        }
    }

    @Override
    public LanHost lanHost() {
        return new LanHost() {
            @Override
            public Ipv4Address address() {
                return HOST;
            }

            @Override
            public Ping ping(
                    Ipv4Address destination, int count, Duration interval, int dataLength, boolean dontFragment) {
                pings++;
                return new GuestPing(pings, destination, count, interval, dataLength, dontFragment);
            }
        };
    }

    /** iputils ping in the LAN's namespace of the guest; its output is a file that the container shares with the guest. */
    private final class GuestPing implements LanHost.Ping {
        private final String output;

        GuestPing(
                int number,
                Ipv4Address destination,
                int count,
                Duration interval,
                int dataLength,
                boolean dontFragment) {
            output = "/gateway/run/ping-" + number;
            inGuest(String.format(
                    Locale.ROOT,
                    "ip netns exec lan ping -n -M %s -s %d -c %d -i %.1f -W 2 %s > %s 2>&1 < /dev/null & echo $! > %s.pid",
                    dontFragment ? "do" : "dont",
                    dataLength,
                    count,
                    interval.toMillis() / 1000.0,
                    destination,
                    output,
                    output));
        }

        private String text() {
            return exec("cat", output).getStdout();
        }

        private Optional<String> summary() {
            return text().lines()
                    .filter(line -> line.contains("packets transmitted"))
                    .findFirst();
        }

        @Override
        public int sent() {
            return summary()
                    .map(line -> Integer.parseInt(line.replaceAll("^(\\d+) packets transmitted.*", "$1")))
                    .orElseGet(this::received);
        }

        @Override
        public int received() {
            return (int)
                    text().lines().filter(line -> line.contains(" bytes from ")).count();
        }

        /** iputils tells it of an ICMP error and of its own refusal afterwards, both as {@code mtu=1436} or the like. */
        @Override
        public Optional<Integer> nextHopMtu() {
            Matcher told = MTU.matcher(text());
            return told.find() ? Optional.of(Integer.parseInt(told.group(1))) : Optional.empty();
        }

        @Override
        public boolean finished() {
            return summary().isPresent();
        }

        @Override
        public void stop() {
            exec("/gateway/in-guest", "kill -INT $(cat " + output + ".pid)");
        }
    }

    @Override
    public void pathMtu(int octets) {
        inGuest("ip link set vec0 mtu " + octets);
    }

    @Override
    public Optional<String> status() {
        return Optional.of(exec("/gateway/in-guest", "swanctl --list-sas").getStdout());
    }

    @Override
    public String log() {
        return exec("cat", "/var/log/charon.log").getStdout();
    }

    @Override
    public void close() {
        container.stop();
    }
}
