package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A route table: routes that were entered, and the gateways whose routes are propagated to it. */
public final class RouteTable {
    private final String id;
    private final String vpcId;
    private final Map<IpPrefix, RouteTarget> entered = new LinkedHashMap<>();
    private final Set<String> propagating = new LinkedHashSet<>();

    RouteTable(String id, String vpcId) {
        this.id = id;
        this.vpcId = vpcId;
    }

    public String id() {
        return id;
    }

    public String vpcId() {
        return vpcId;
    }

    /** Entered routes, by destination. */
    Map<IpPrefix, RouteTarget> entered() {
        return entered;
    }

    /** Ids of the virtual private gateways whose routes come in by themselves. */
    public Set<String> propagating() {
        return propagating;
    }
}
