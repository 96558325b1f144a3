package io.vpntck.reference.cgw;

import java.util.Arrays;
import java.util.Optional;

/** What the gateway can be told to do wrong. Each changes only what it sends. */
public enum GatewayFault {
    /** Begins phase 1 in aggressive mode. */
    AGGRESSIVE_MODE("aggressive-mode"),
    /** Proposes phase 2 without a Diffie-Hellman group. */
    NO_PFS("no-pfs"),
    /** Proposes to authenticate phase 1 by RSA signatures. */
    OFFERS_SIGNATURES("offers-signatures"),
    /** Proposes ESP in transport mode. */
    OFFERS_TRANSPORT_MODE("offers-transport-mode"),
    /** Takes down the other tunnel as well when one has lost its SAs. */
    TUNNELS_FALL_TOGETHER("tunnels-fall-together"),
    /** Negotiates one SA pair for each half of its LAN, and one for the inside addresses. */
    SA_PAIR_PER_SUBNET("sa-pair-per-subnet"),
    /** Knows no NAT traversal. */
    IGNORES_NAT("ignores-nat"),
    /** Says that it is behind a NAT device where it is not, and encapsulates ESP in UDP. */
    FORCES_UDP_ENCAPSULATION("forces-udp-encapsulation"),
    /** Goes on on port 500 behind a NAT device. */
    STAYS_ON_PORT_500("stays-on-port-500"),
    /** Proposes plain tunnel mode behind a NAT device. */
    PLAIN_TUNNEL_MODE_BEHIND_NAT("plain-tunnel-mode-behind-nat"),
    /** Sends IKE on port 4500 without the four zero octets. */
    NO_NON_ESP_MARKER("no-non-esp-marker"),
    /** Puts its own inside address in the place of the source of what goes to the VPC. */
    HIDES_LAN("hides-lan"),
    /** Sends the first ESP packet of each SA from the address after its own. */
    FIRST_ESP_FROM_ANOTHER_ADDRESS("first-esp-from-another-address"),
    /** Sends no IKE message a second time. */
    NEVER_RETRANSMITS("never-retransmits"),
    /** Falls silent on a tunnel for good when the network brings a datagram of it twice. */
    FORGETS_ON_DUPLICATE("forgets-on-duplicate"),
    /** Waits for the AWS side to begin. */
    INITIATES_NOTHING("initiates-nothing"),
    /** Proposes 24 hours for phase 1. */
    LONG_PHASE_1("long-phase-1"),
    /** Proposes 24 hours for phase 2. */
    LONG_PHASE_2("long-phase-2"),
    /** Lets SAs run out, whoever would renew them. */
    RENEWS_NOTHING("renews-nothing"),
    /** Takes no exchange that the AWS side begins. */
    REFUSES_RENEWALS("refuses-renewals"),
    /** Answers the AWS side's renewal of phase 2 and goes on with its own. */
    TAKES_BOTH_RENEWALS("takes-both-renewals"),
    /** Sends through the old pair of SAs after a renewal, until it is deleted. */
    SENDS_ON_OLD_SA("sends-on-old-sa"),
    /** Knows nothing of dead peer detection. */
    NO_DPD("no-dpd"),
    /** Answers R-U-THERE with another number. */
    WRONG_ACKNOWLEDGEMENTS("wrong-acknowledgements"),
    /** Asks a silent peer six times less often than it is configured to. */
    SLOW_DPD("slow-dpd"),
    /** Begins a tunnel no more whose peer was lost, until a host sends. */
    GIVES_UP_AFTER_LOSS("gives-up-after-loss"),
    /** Keeps what goes to the VPC for tunnel 1, be it up or not. */
    KEEPS_FAILED_TUNNEL("keeps-failed-tunnel"),
    /** Never raises tunnel 2. */
    ONE_TUNNEL_ONLY("one-tunnel-only"),
    /** Begins main mode anew instead of repeating a message. */
    REPEATS_NOTHING("repeats-nothing"),
    /** Stops without a Delete. */
    CLOSES_SILENTLY("closes-silently"),
    /** Goes on with SAs that the AWS side has deleted. */
    IGNORES_DELETES("ignores-deletes"),
    /** Sends a notification in clear once phase 1 is over. */
    NOTIFIES_IN_CLEAR("notifies-in-clear"),
    /** Sends nothing that keeps the mapping of a NAT device: no keepalives, no dead peer detection. */
    LETS_MAPPINGS_GO("lets-mappings-go"),
    /** Sends a copy of the first packet for the VPC in clear. */
    CLEAR_PACKET("clear-packet"),
    /** Sends back in clear what has come out of a tunnel and is for nobody on its LAN. */
    RETURNS_IN_CLEAR("returns-in-clear"),
    /** Leaves it to the network to fragment what was encrypted. */
    FRAGMENTS_AFTER_ENCRYPTION("fragments-after-encryption"),
    /** Drops, without a word, what is too large and has DF set. */
    SWALLOWS_LARGE_PACKETS("swallows-large-packets"),
    /** Sends whole what is larger than the MTU of the tunnel interface, if only it fits the outside link. */
    IGNORES_INTERFACE_MTU("ignores-interface-mtu"),
    /** Leaves the maximum segment size of TCP as it is. */
    LEAVES_MSS("leaves-mss"),
    /** Puts 1,387 into every TCP segment that says a maximum segment size. */
    RAISES_MSS("raises-mss"),
    /** Sends a TCP segment to each outside address of the AWS side when it is stopped. */
    SAYS_GOODBYE_OVER_TCP("says-goodbye-over-tcp"),
    /** Sets the DSCP of what goes into the tunnels to zero. */
    CLEARS_DSCP("clears-dscp"),
    /** Sends each packet for the VPC a second time, wrapped in GRE, through the tunnel. */
    GRE_INSIDE("gre-inside"),
    /** Takes from the VPC only what comes through the tunnel that it sends through. */
    DROPS_ASYMMETRIC_TRAFFIC("drops-asymmetric-traffic"),
    /** Does not answer pings to its inside addresses. */
    DEAF_INSIDE_ADDRESS("deaf-inside-address"),
    /** Drops ESP that comes 64 packets late. */
    NARROW_REPLAY_WINDOW("narrow-replay-window"),
    /** Takes ESP packets that are thousands of packets late. */
    ENDLESS_REPLAY_WINDOW("endless-replay-window"),
    /** Sends in fragments whatever is larger than 1,280 octets. */
    SMALL_INTERFACE_MTU("small-interface-mtu"),
    /** Sends everything through the first tunnel once both are up, what goes to the other's inside address as well. */
    ONE_INTERFACE("one-interface"),

    // Failover and set-up.
    /** Uses tunnel 1 as long as its SAs are up, whatever BGP says. */
    FOLLOWS_NO_BGP("follows-no-bgp"),
    /** Goes on with the configuration that it was given first. */
    KEEPS_FIRST_CONFIGURATION("keeps-first-configuration"),
    /** Leads into the tunnels what hosts of the LAN begin, and none of their echo replies. */
    DROPS_REPLIES("drops-replies"),
    /** Leads into the tunnels whatever hosts of the LAN send, and not what goes to the VPC alone. */
    LETS_EVERYTHING_IN("lets-everything-in"),

    // Limits and values of BGP.
    /** Offers hold time 30, whatever it is told to. */
    INSISTS_ON_THIRTY_SECONDS("insists-on-thirty-seconds"),
    /** Lets the hold time that it offers hold, and not the lower of both. */
    KEEPS_OWN_HOLD_TIME("keeps-own-hold-time"),
    /** Announces its inside address besides its LAN. */
    ANNOUNCES_INSIDE_ADDRESS("announces-inside-address"),
    /** Announces 10.0.0.0/8 for whatever part of it. */
    ANNOUNCES_AGGREGATE("announces-aggregate"),
    /** Announces each of its local networks, however many they are. */
    ANNOUNCES_EVERY_NETWORK("announces-every-network"),

    // BGP.
    /** Begins no BGP session. */
    SPEAKS_NO_BGP("gateway-speaks-no-bgp"),
    /** Says AS 64999 in its OPEN. */
    SPEAKS_FOR_ANOTHER_AS("speaks-for-another-as"),
    /** Takes an OPEN of whatever AS. */
    TAKES_ANY_AS("gateway-takes-any-as"),
    /** Offers hold time 0. */
    NO_HOLD_TIME("no-hold-time"),
    /** Sends no KEEPALIVE once a session is established. */
    SENDS_NO_KEEPALIVES("sends-no-keepalives"),
    /** Keeps a session over which nothing comes. */
    NEVER_GIVES_UP_SESSION("never-gives-up-session"),
    /** Announces nothing. */
    ANNOUNCES_NOTHING("announces-nothing"),
    /** Sends a copy of each BGP packet in clear. */
    BGP_IN_CLEAR("bgp-in-clear");

    private final String word;

    GatewayFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<GatewayFault> ofWord(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
