package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;

/**
 * A route of a route table, as it is now.
 *
 * @param active false where the target is gone: then the route is a blackhole
 */
public record Route(IpPrefix destination, RouteTarget target, Origin origin, boolean active) {

    /** How a route came into its table. */
    public enum Origin {
        LOCAL("CreateRouteTable"),
        ENTERED("CreateRoute"),
        PROPAGATED("EnableVgwRoutePropagation");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        /** As the API names it. */
        public String word() {
            return word;
        }
    }

    /** As the API names it. */
    public String state() {
        return active ? "active" : "blackhole";
    }
}
