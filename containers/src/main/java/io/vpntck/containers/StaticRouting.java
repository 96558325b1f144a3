package io.vpntck.containers;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Map;

/** The VPC through tunnel 1 before tunnel 2, each as long as it is up. */
record StaticRouting(Ipv4Prefix vpc) implements Routing {

    @Override
    public Map<String, String> files() {
        return Map.of();
    }

    @Override
    public String whenTunnelsChange() {
        return """
                case $PLUTO_VERB in
                  up-client) ip route replace %1$s dev "vti$number" metric "${number}0" ;;
                  down-client) ip route del %1$s dev "vti$number" metric "${number}0" ;;
                esac
                """
                .formatted(vpc);
    }

    @Override
    public String start() {
        return """
                ip route replace %1$s dev vti1 metric 10
                ip route replace %1$s dev vti2 metric 20
                """
                .formatted(vpc);
    }

    @Override
    public String stop() {
        return "";
    }
}
