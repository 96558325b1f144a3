package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A route table: routes that were entered, and the gateways whose routes are propagated to it. */
public final class RouteTable {
    private final String id;
    private final String vpcId;
    private final boolean main;
    private final Map<Ipv4Prefix, String> routes = new LinkedHashMap<>();
    private final Set<String> propagating = new LinkedHashSet<>();

    RouteTable(String id, String vpcId, boolean main) {
        this.id = id;
        this.vpcId = vpcId;
        this.main = main;
    }

    public String id() {
        return id;
    }

    public String vpcId() {
        return vpcId;
    }

    public boolean main() {
        return main;
    }

    /** Entered routes: destination to gateway id. */
    public Map<Ipv4Prefix, String> routes() {
        return routes;
    }

    /** Ids of the virtual private gateways whose routes come in by themselves. */
    public Set<String> propagating() {
        return propagating;
    }
}
