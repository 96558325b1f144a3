package io.vpntck.reference.ip;

import java.util.Optional;

/** A network of either family, in CIDR notation. */
public sealed interface IpPrefix permits Ipv4Prefix, Ipv6Prefix {

    int length();

    /** The prefix in the notation of its family; empty when the text is none or has host bits. */
    static Optional<IpPrefix> parse(String text) {
        return text.indexOf(':') < 0
                ? Ipv4Prefix.parse(text).map(IpPrefix.class::cast)
                : Ipv6Prefix.parse(text).map(IpPrefix.class::cast);
    }

    /** Whether every address of the other is one of this; never true across families. */
    boolean covers(IpPrefix other);
}
