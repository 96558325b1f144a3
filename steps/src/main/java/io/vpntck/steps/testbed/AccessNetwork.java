package io.vpntck.steps.testbed;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.GatewayUnderTest;
import java.time.Duration;

/** The network between the gateway under test and the outside network, where a NAT device can stand. */
public interface AccessNetwork {

    /**
     * Puts a NAT device before the gateway, which has to be stopped: from now on its outside address, the one to
     * register, is the public address of the device.
     *
     * @param mappings how long the device keeps a mapping without a packet from the inside
     * @throws IllegalStateException when there is one already
     */
    void natDevice(Ipv4Address publicAddress, Duration mappings);

    /** The gateway's own address, which behind a NAT device is not the one to register. */
    Ipv4Address gatewayAddress();

    /**
     * Has the NAT device forget its mappings: the next packet from the inside gets another port.
     *
     * @throws IllegalStateException when there is no NAT device
     */
    void rebind();

    /**
     * A second gateway behind the same NAT device, with a LAN and a host of its own.
     *
     * @throws IllegalStateException when there is no NAT device
     */
    GatewayUnderTest neighbour();
}
