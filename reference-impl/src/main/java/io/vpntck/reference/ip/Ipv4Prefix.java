package io.vpntck.reference.ip;

import java.util.Optional;

/** An IPv4 network: an address whose host bits are zero, and a length of 0 to 32. */
public record Ipv4Prefix(Ipv4Address network, int length) implements IpPrefix {
    public static final Ipv4Prefix ALL = new Ipv4Prefix(new Ipv4Address(0), 0);

    public Ipv4Prefix {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        if ((network.bits() & ~mask(length)) != 0) {
            throw new IllegalArgumentException(network + "/" + length + " has host bits");
        }
    }

    /** The prefix in CIDR notation; empty when the text is none or has host bits. */
    public static Optional<Ipv4Prefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9]|[12][0-9]|3[0-2]")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return Ipv4Address.parse(text.substring(0, slash))
                .filter(address -> (address.bits() & ~mask(length)) == 0)
                .map(address -> new Ipv4Prefix(address, length));
    }

    public static Ipv4Prefix of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IPv4 prefix: " + text));
    }

    public static Ipv4Prefix host(Ipv4Address address) {
        return new Ipv4Prefix(address, 32);
    }

    public boolean contains(Ipv4Address address) {
        return (address.bits() & mask(length)) == network.bits();
    }

    public boolean contains(Ipv4Prefix other) {
        return other.length >= length && contains(other.network);
    }

    @Override
    public boolean covers(IpPrefix other) {
        return other instanceof Ipv4Prefix four && contains(four);
    }

    public boolean overlaps(Ipv4Prefix other) {
        return contains(other) || other.contains(this);
    }

    /** The netmask as an address, for example 255.255.255.252. */
    public Ipv4Address netmask() {
        return new Ipv4Address(mask(length));
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (32 - length);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
