package io.vpntck.containers;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/** The container engine, and whether this machine can run a live testbed with it. */
final class Engine {
    private static final String ADVICE =
            "; on Debian or Ubuntu run containers/install-engine.sh as root, or start your engine";

    private Engine() {}

    /** @throws TestbedUnavailableException when none answers */
    static void require() throws TestbedUnavailableException {
        boolean available;
        try {
            available = DockerClientFactory.instance().isDockerAvailable();
        } catch (IllegalStateException e) {
            available = false;
        }
        if (!available) {
            throw new TestbedUnavailableException("no container engine can be reached" + ADVICE);
        }
    }

    /**
     * Removes what killed runs left behind.
     *
     * @throws TestbedUnavailableException when another run is under way: the addresses are the same for all
     */
    static void requireNoOtherRun() throws TestbedUnavailableException {
        List<String> living = new Leftovers(DockerClientFactory.lazyClient()).remove();
        if (!living.isEmpty()) {
            throw new TestbedUnavailableException("another run of the kit uses this engine (containers vpn-tck-"
                    + living.get(0) + "-*): wait for its end, or remove them and the network vpn-tck-" + living.get(0));
        }
    }

    /** @throws TestbedUnavailableException when a network of this host has addresses of {@code prefix} */
    static void requireFree(Ipv4Prefix prefix) throws TestbedUnavailableException {
        for (Ipv4Prefix route : routes()) {
            // The default route overlaps everything, and takes nothing away.
            if (route.length() > 0 && route.overlaps(prefix)) {
                throw new TestbedUnavailableException("the test network " + prefix + " overlaps the route " + route
                        + " of this machine: remove that network, or run elsewhere");
            }
        }
    }

    /** The IPv4 routes of this host; empty where the kernel does not tell. */
    private static List<Ipv4Prefix> routes() {
        List<Ipv4Prefix> routes = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/net/route"));
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] columns = line.split("\\s+");
                int network = Integer.reverseBytes((int) Long.parseLong(columns[1], 16));
                int mask = Integer.reverseBytes((int) Long.parseLong(columns[7], 16));
                routes.add(new Ipv4Prefix(new Ipv4Address(network & mask), Integer.bitCount(mask)));
            }
            return routes;
        } catch (IOException e) {
            return List.of();
        }
    }
}
