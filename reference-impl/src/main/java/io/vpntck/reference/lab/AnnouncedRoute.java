package io.vpntck.reference.lab;

import io.vpntck.reference.ip.Ipv4Prefix;

/**
 * What one peer has announced to another.
 *
 * @param path the numbers of the ASes that it came through, the nearest first, for example {@code 64512 65000}
 */
public record AnnouncedRoute(Ipv4Prefix prefix, String path) {}
