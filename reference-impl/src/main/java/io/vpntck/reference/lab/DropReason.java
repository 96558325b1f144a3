package io.vpntck.reference.lab;

/** Why a packet went no further; each has a counter. */
public enum DropReason {
    /** Not from the address that is registered for the customer gateway. */
    FOREIGN_SOURCE("foreign-source"),
    /** A fragment at an outside address, where nothing is reassembled. */
    FRAGMENT("fragment"),
    /** Neither IKE nor ESP at an outside address. */
    IN_CLEAR("in-clear"),
    /** ESP of an SPI that was never given out, or no longer is. */
    UNKNOWN_SPI("unknown-spi"),
    /** A sequence number that was seen, or is older than the window. */
    REPLAY("replay"),
    WRONG_ICV("wrong-icv"),
    /** Too short, padding that does not count 1, 2, 3, or no well-formed packet inside. */
    MALFORMED("malformed"),
    /** Something else than IPv4 inside ESP, or from a host. */
    NOT_IPV4("not-ipv4"),
    /** Between addresses that the SA was not negotiated for. */
    SELECTORS("selectors"),
    /** Nothing to send it through: no SA, or its numbers are used up. */
    NO_SA("no-sa"),
    /** Larger than the tunnel takes, and not to be fragmented. */
    TOO_LARGE("too-large"),
    /** Its time to live is over: between sites, the virtual private gateway is one hop. */
    TIME_TO_LIVE("time-to-live"),
    /** The route table of the host has no route to it. */
    NO_ROUTE("no-route"),
    /** The target of the route is gone. */
    BLACKHOLE("blackhole"),
    /** The virtual private gateway knows no such prefix: neither of the customer's, nor of a VPC that it is attached to. */
    UNKNOWN_PREFIX("unknown-prefix"),
    /** From a tunnel of a virtual private gateway that is attached to no VPC. */
    NOT_ATTACHED("not-attached"),
    NO_TUNNEL_UP("no-tunnel-up"),
    NO_HOST("no-host"),
    SECURITY_GROUP("security-group"),
    NETWORK_ACL("network-acl");

    private final String word;

    DropReason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
