package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Prefix;

/** A route as one neighbour announced it. */
public record LearnedRoute(Ipv4Prefix prefix, PathAttributes attributes, Neighbour from) {}
