package io.vpntck.containers;

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
}
