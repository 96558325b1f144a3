package io.vpntck.reference.routing;

import io.vpntck.reference.ip.Ipv4Prefix;

/**
 * A route of a route table.
 *
 * @param <T> what its owner knows a target by
 */
public record Route<T>(Ipv4Prefix destination, RouteSource source, T target) {}
