package io.vpntck.reference.routing;

/** Where a route comes from; among routes to one destination, the one of the earliest source is taken. */
public enum RouteSource {
    /** The route within the VPC. */
    LOCAL(false),
    /** Entered by hand into the route table. */
    ENTERED(false),
    /** Propagated by BGP from a Direct Connect connection. */
    DIRECT_CONNECT(true),
    /** Propagated, a static route of a VPN connection. */
    VPN_STATIC(true),
    /** Propagated by BGP from a VPN connection. */
    VPN_BGP(true);

    private final boolean propagated;

    RouteSource(boolean propagated) {
        this.propagated = propagated;
    }

    /** Whether a virtual private gateway brought it into the table. */
    public boolean propagated() {
        return propagated;
    }
}
