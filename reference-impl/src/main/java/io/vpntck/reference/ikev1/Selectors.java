package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.Ipv4Prefix;

/** The client identities of a quick mode, seen from this side (RFC 2407, section 4.6.2). */
public record Selectors(Ipv4Prefix local, Ipv4Prefix remote) {
    public static final Selectors ANY = new Selectors(Ipv4Prefix.ALL, Ipv4Prefix.ALL);
}
