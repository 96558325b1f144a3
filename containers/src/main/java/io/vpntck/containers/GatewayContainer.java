package io.vpntck.containers;

import io.vpntck.steps.gateway.GatewayUnderTest;

/** A gateway in a container, whose surroundings the kit can change. */
interface GatewayContainer extends GatewayUnderTest {

    /** Gives the link from the gateway to the outside network this MTU; what is larger and may be is fragmented. */
    void pathMtu(int octets);
}
