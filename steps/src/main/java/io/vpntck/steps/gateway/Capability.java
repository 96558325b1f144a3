package io.vpntck.steps.gateway;

import java.util.Arrays;
import java.util.Optional;

/** What a scenario may need of a gateway or its testbed; the tag {@code @needs-…} asks for it. */
public enum Capability {
    IKEV1("ikev1"),
    ON_DEMAND("on-demand"),
    NAT_TRAVERSAL("nat-traversal"),
    BGP("bgp"),
    /** What it announces can be changed while it runs. */
    BGP_ANNOUNCE("bgp-announce"),
    /** It sends any octets on a BGP session; it has {@code bgp-announce} as well. */
    BGP_CONTROL("bgp-control"),
    /** It can be set up to know AS numbers of two octets only. */
    TWO_OCTET_AS("two-octet-as"),
    /** It can be given networks behind it besides its LAN. */
    LOCAL_NETWORKS("local-networks"),
    STATIC_ROUTES("static-routes"),
    LAN_HOST("lan-host"),
    /** The LAN host has the kit's own IP stack: it sends any packet, shows what came, and has TCP. */
    LAN_STACK("lan-stack"),
    /** The MTU of the tunnel interfaces can be set. */
    INTERFACE_MTU("interface-mtu"),
    /** It can be set up to have one tunnel up at a time. */
    STANDBY("standby"),
    /** It can be set up to watch its tunnels by pings. */
    PING_MONITOR("ping-monitor"),
    /** Not of the gateway: the AWS side has CloudWatch. */
    CLOUDWATCH("cloudwatch"),
    /** Not of the gateway: the AWS CLI is on this machine. */
    AWS_CLI("aws-cli"),
    /** Not of the gateway: the testbed can put it behind a NAT device. */
    NAT_DEVICE("nat-device"),
    /** Not of the gateway: the testbed has a lab for what AWS has no call for. */
    LAB("lab"),
    /** Not of the gateway: somebody can lose, change and forge packets on the outside network. */
    WIRE("wire"),
    /** Not of the gateway: the testbed has further gateways of the customer's, at its site and at others. */
    SITES("sites");

    private final String word;

    Capability(String word) {
        this.word = word;
    }

    /** The word after {@code @needs-} in a feature, and in a gateway file. */
    public String word() {
        return word;
    }

    public static Optional<Capability> ofWord(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
}
