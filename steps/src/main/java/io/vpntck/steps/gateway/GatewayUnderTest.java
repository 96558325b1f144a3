package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A customer gateway that the kit can test. Implemented once for each product; knows nothing of Gherkin. */
public interface GatewayUnderTest extends AutoCloseable {
    String name();

    /** Product and version, as it says itself, for example {@code strongSwan 5.9.8}. */
    String version();

    Set<Capability> capabilities();

    default Set<Deviation> deviations() {
        return Set.of();
    }

    /** The address to register as customer gateway. */
    Ipv4Address outsideAddress();

    /** The network behind the gateway, for example 10.20.0.0/24. */
    Ipv4Prefix lan();

    /** Configures both tunnels from the downloaded document; the gateway is not started by it. */
    void apply(TunnelConfiguration configuration);

    /** Starts the gateway; it then raises tunnels when hosts behind it send. */
    void start();

    /**
     * Has the gateway announce these prefixes by BGP, and no others; a gateway that claims {@code bgp-announce} has
     * this. Before, it announces its LAN.
     *
     * @throws UnsupportedOperationException where that cannot be changed
     */
    default void announce(List<Ipv4Prefix> prefixes) {
        throw new UnsupportedOperationException("what this gateway announces cannot be changed");
    }

    /**
     * Has the gateway send octets as they are on the BGP session of a tunnel, 1 or 2; a gateway that claims
     * {@code bgp-control} has this.
     *
     * @throws UnsupportedOperationException where the gateway sends its own messages only
     */
    default void sendOnSession(int tunnel, Octets octets) {
        throw new UnsupportedOperationException("this gateway sends its own BGP messages only");
    }

    /**
     * Has the gateway know AS numbers of two octets only when it is configured next: it announces no capability 65. A
     * gateway that claims {@code two-octet-as} has this.
     *
     * @throws UnsupportedOperationException where it always knows four
     */
    default void twoOctetAs() {
        throw new UnsupportedOperationException("this gateway always knows AS numbers of four octets");
    }

    /**
     * Has these networks be behind the gateway in the place of its LAN when it is configured next; what it announces of
     * them is for its own configuration to settle. A gateway that claims {@code local-networks} has this.
     *
     * @throws UnsupportedOperationException where it has its LAN only
     */
    default void localNetworks(List<Ipv4Prefix> networks) {
        throw new UnsupportedOperationException("this gateway has its LAN only");
    }

    /** Stops the gateway in good order. */
    void stop();

    LanHost lanHost();

    /** What the gateway itself says of its SAs; empty where it cannot be asked. */
    default Optional<String> status() {
        return Optional.empty();
    }

    /** The gateway's own log so far. */
    String log();

    @Override
    void close();
}
