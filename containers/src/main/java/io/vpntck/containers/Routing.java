package io.vpntck.containers;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Map;

/** What leads a gateway's packets into its tunnels: parts of the scripts that run in its guest. */
interface Routing {

    /** Files besides the scripts, by path. */
    Map<String, String> files();

    /** Lines for the script that charon runs with {@code PLUTO_VERB} and {@code $number}, that of the tunnel. */
    String whenTunnelsChange();

    /** Lines that run when the interfaces are up and charon has its configuration. */
    String start();

    /** Lines that run before the tunnels are taken down. */
    String stop();

    /**
     * How a gateway with this routing announces these prefixes, and no others.
     *
     * @throws UnsupportedOperationException where nothing speaks BGP
     */
    default Change announcing(List<Ipv4Prefix> prefixes) {
        throw new UnsupportedOperationException("there is no BGP on a static connection");
    }

    /**
     * Another routing, without a break in the sessions.
     *
     * @param next the routing afterwards
     * @param script lines that bring it about while the gateway runs, and the files of {@code next} are there; they end
     *     with another code than 0 when it was refused
     */
    record Change(Routing next, String script) {}
}
