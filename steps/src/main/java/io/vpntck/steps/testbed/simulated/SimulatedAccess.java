package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.NatDevice;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.testbed.AccessNetwork;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Where simulated gateways are attached: on the outside segment itself, or behind a NAT device of which it is a side. */
final class SimulatedAccess implements AccessNetwork {
    private static final Ipv4Address OUTSIDE_ADDRESS = Ipv4Address.of("198.51.100.10");
    /** A private address (RFC 1918); the neighbour has the next one. */
    private static final Ipv4Address PRIVATE_ADDRESS = Ipv4Address.of("10.9.0.2");

    private final Simulation world;
    private final Segment outside;
    private final Set<GatewayFault> faults;
    private Optional<Ipv4Address> publicAddress = Optional.empty();
    private NatDevice device;
    private Segment inner;
    private SimulatedGateway neighbour;

    SimulatedAccess(Simulation world, Segment outside, Set<GatewayFault> faults) {
        this.world = world;
        this.outside = outside;
        this.faults = faults;
    }

    @Override
    public void natDevice(Ipv4Address address, Duration mappings) {
        if (publicAddress.isPresent()) {
            throw new IllegalStateException("there is a NAT device already");
        }
        publicAddress = Optional.of(address);
        device = new NatDevice(address, mappings);
        inner = world.segment("access");
        world.attach(device, NatDevice.INSIDE, inner, Ipv4Prefix.ALL);
        world.attach(device, IpNode.OUTSIDE, outside, Ipv4Prefix.host(address));
    }

    @Override
    public Ipv4Address gatewayAddress() {
        return address(SimulatedSite.FIRST);
    }

    @Override
    public void rebind() {
        requireDevice();
        device.rebind();
    }

    @Override
    public GatewayUnderTest neighbour() {
        requireDevice();
        if (neighbour == null) {
            neighbour = SimulatedGateway.at(SimulatedSite.of(2), world, this, faults);
        }
        return neighbour;
    }

    private void requireDevice() {
        if (publicAddress.isEmpty()) {
            throw new IllegalStateException("there is no NAT device");
        }
    }

    /** The address of a site's gateway on {@link #segment}. */
    Ipv4Address address(SimulatedSite site) {
        return publicAddress.isPresent()
                ? PRIVATE_ADDRESS.plus(site.gateway() - 1)
                : OUTSIDE_ADDRESS.plus(site.gateway() - 1);
    }

    /** The address to register for it. */
    Ipv4Address registered(SimulatedSite site) {
        return publicAddress.orElse(address(site));
    }

    Segment segment() {
        return publicAddress.isPresent() ? inner : outside;
    }
}
