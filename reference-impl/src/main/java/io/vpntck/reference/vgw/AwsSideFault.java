package io.vpntck.reference.vgw;

import java.util.Arrays;
import java.util.Optional;

/** What the AWS side of the tunnels can be told to do wrong. */
public enum AwsSideFault {
    /** Begins phase 1 itself when a VPC host sends and no tunnel is up. */
    AWS_SIDE_INITIATES("aws-side-initiates"),
    /** Knows nothing of dead peer detection. */
    ASKS_NO_SIGN_OF_LIFE("asks-no-sign-of-life"),
    /** Takes the gateway for dead when one question has gone unanswered. */
    GIVES_UP_AT_FIRST_SILENCE("gives-up-at-first-silence"),
    /** Begins phase 1 itself when the gateway was lost. */
    BEGINS_AFTER_LOSS("begins-after-loss"),
    /** Takes every tunnel down a minute after its phase 1. */
    DROPS_LIVE_TUNNELS("drops-live-tunnels"),
    /** Takes a tunnel down after ten seconds without traffic, and begins it again. */
    RAISES_IDLE_TUNNELS("raises-idle-tunnels"),
    /** Answers first messages of IKEv2 and of aggressive mode. */
    ANSWERS_OTHER_EXCHANGES("answers-other-exchanges"),
    /** Takes quick modes that were changed on their way. */
    TAKES_CHANGED_QUICK_MODES("takes-changed-quick-modes"),
    /** Answers copies of a message twice. */
    ANSWERS_COPIES_TWICE("answers-copies-twice"),
    /** Takes first messages from anybody, and none while too many main modes are half open. */
    REFUSES_WHEN_FULL("refuses-when-full"),
    /** Neither renews SAs nor lets them end. */
    KEEPS_EXPIRED_SAS("keeps-expired-sas"),
    /** Puts fragments of ESP together and takes what comes out. */
    REASSEMBLES_ESP("reassembles-esp"),
    /** Leaves it to the network to fragment what was encrypted. */
    FRAGMENTS_AFTER_ENCRYPTION("aws-side-fragments-after-encryption"),
    /** Tells no host of a VPC that its packet is too large. */
    SWALLOWS_LARGE_PACKETS("aws-side-swallows-large-packets"),
    /** Takes ESP with a wrong ICV. */
    IGNORES_ICV("ignores-icv"),
    /** Takes an ESP packet as often as it comes. */
    TAKES_REPLAYS("takes-replays"),
    /** Tries the keys of the newest SA on ESP of an SPI that it has not given out. */
    TAKES_ANY_SPI("takes-any-spi"),
    /** Moves the anti-replay window before it has checked the ICV. */
    MOVES_WINDOW_FIRST("moves-window-first"),
    /** Takes IP in IP at the outside addresses for what came through the tunnel. */
    TAKES_CLEAR_PACKETS("takes-clear-packets"),
    /** Takes what goes to a host of the VPC on the outside network in clear. */
    ANSWERS_FOR_VPC("answers-for-vpc"),
    /** Answers no ping of more than 1,400 octets at its inside addresses. */
    IGNORES_LARGE_PINGS("ignores-large-pings"),
    /** Hands packets to hosts of a VPC whatever their security group says. */
    IGNORES_SECURITY_GROUPS("ignores-security-groups"),
    /** Hands packets to and from hosts of a VPC whatever the network ACL says. */
    IGNORES_NETWORK_ACLS("ignores-network-acls"),
    /** Keeps the tunnels of connections that were deleted. */
    KEEPS_DELETED_CONNECTIONS("keeps-deleted-connections"),
    /** Sends out in clear what a VPC has no route for. */
    SENDS_UNROUTED_IN_CLEAR("sends-unrouted-in-clear"),
    /** Sends IPv6 packets of a VPC, wrapped in IPv4, through a tunnel. */
    CARRIES_IPV6("carries-ipv6"),
    /** Takes the IPv4 default route for IPv6 packets that have no route. */
    ROUTES_IPV6_BY_IPV4("routes-ipv6-by-ipv4"),
    /** Puts fragments that came through a tunnel together before a host gets them. */
    REASSEMBLES_INNER("reassembles-inner"),
    /** Answers pings to the inside address of a tunnel through the other one. */
    ANSWERS_THROUGH_OTHER_TUNNEL("answers-through-other-tunnel"),
    /** Sends traffic of the VPC through a tunnel without any route of the VPC to it. */
    IGNORES_ROUTE_TABLES("ignores-route-tables"),
    /** Serves a VPC from which the virtual private gateway was detached. */
    SERVES_DETACHED_VPC("serves-detached-vpc"),
    /** Serves no VPC with tunnels whose virtual private gateway was once detached. */
    SERVES_FIRST_VPC_ONLY("serves-first-vpc-only"),
    /** Takes on AWS Classic VPN connections what AWS VPN takes in phase 1 and phase 2. */
    WIDER_CRYPTO_ON_CLASSIC("wider-crypto-on-classic"),
    /** Offers NAT traversal on AWS Classic VPN connections. */
    NAT_TRAVERSAL_ON_CLASSIC("nat-traversal-on-classic"),
    /** Knows no NAT traversal on any connection. */
    IGNORES_NAT("aws-side-ignores-nat"),
    /** Demands the registered address as the gateway's identity. */
    DEMANDS_REGISTERED_IDENTITY("demands-registered-identity"),
    /** Takes packets for a tunnel from any address. */
    TAKES_ANY_SOURCE("takes-any-source"),
    /** Goes on sending ESP to the port where a gateway behind a NAT device was first. */
    KEEPS_FIRST_PORT("keeps-first-port"),
    /** Takes in phase 1 and phase 2, on every connection, what AWS Classic VPN takes. */
    NARROW_CRYPTO_ON_AWS_VPN("narrow-crypto-on-aws-vpn"),
    /** Takes DES, 3DES, Blowfish and AES-192 too in phase 1. */
    OTHER_ENCRYPTION_IN_PHASE_1("other-encryption-in-phase-1"),
    /** Takes MD5, SHA-384 and SHA-512 too in phase 1. */
    OTHER_HASHES_IN_PHASE_1("other-hashes-in-phase-1"),
    /** Takes groups 1 and 5 too in phase 1. */
    OTHER_GROUPS_IN_PHASE_1("other-groups-in-phase-1"),
    /** Goes on with a pre-shared key when the gateway offers signatures. */
    OTHER_AUTHENTICATION_IN_PHASE_1("other-authentication-in-phase-1"),
    /** Does not take AES-256 in phase 1. */
    NO_AES_256_IN_PHASE_1("no-aes-256-in-phase-1"),
    /** Does not take SHA-256 in phase 1. */
    NO_SHA_256_IN_PHASE_1("no-sha-256-in-phase-1"),
    /** Does not take groups 22, 23 and 24 in phase 1. */
    NO_SUBGROUPS_IN_PHASE_1("no-subgroups-in-phase-1"),
    /** Does not take group 2 in phase 1. */
    NO_GROUP_2_IN_PHASE_1("no-group-2-in-phase-1"),
    /** Takes DES, 3DES, Blowfish and AES-192 too in phase 2. */
    OTHER_ENCRYPTION_IN_PHASE_2("other-encryption-in-phase-2"),
    /** Takes HMAC-MD5, HMAC-SHA-384 and HMAC-SHA-512 too in phase 2. */
    OTHER_INTEGRITY_IN_PHASE_2("other-integrity-in-phase-2"),
    /** Takes group 1 too in phase 2. */
    OTHER_GROUPS_IN_PHASE_2("other-groups-in-phase-2"),
    /** Does not take AES-256 in phase 2. */
    NO_AES_256_IN_PHASE_2("no-aes-256-in-phase-2"),
    /** Cuts HMAC-SHA-256 to 96 bits. */
    SHORT_SHA_256("short-sha-256"),
    /** Does not take group 5 in phase 2. */
    NO_GROUP_5_IN_PHASE_2("no-group-5-in-phase-2"),
    /** Takes in tunnel 2 what AWS Classic VPN takes, whatever tunnel 1 takes. */
    NARROW_CRYPTO_IN_TUNNEL_2("narrow-crypto-in-tunnel-2"),
    /** Does not answer the first message of a main mode until it comes again. */
    ANSWERS_REPETITIONS_ONLY("answers-repetitions-only"),
    /** Hears nothing on a tunnel whose SAs are gone. */
    DEAF_AFTER_LOSS("deaf-after-loss"),
    /** Sends into the tunnels what goes to prefixes that the virtual private gateway does not know. */
    SENDS_UNKNOWN_PREFIXES("sends-unknown-prefixes"),
    /** Sends every packet of the VPC through both tunnels of a connection. */
    USES_BOTH_TUNNELS("uses-both-tunnels"),

    // Failover.
    /** Keeps traffic of the VPC for the tunnel of a connection that it first went through, be that up or not. */
    STAYS_ON_FAILED_TUNNEL("stays-on-failed-tunnel"),
    /** Sends nothing of the VPC for 75 s when traffic of a connection has to go through another tunnel than before. */
    SLOW_FAILOVER("slow-failover"),
    /** Takes both tunnels of a connection down when one is to be serviced. */
    SERVICES_BOTH_TUNNELS("services-both-tunnels"),
    /** Sends out in clear what no tunnel is up for. */
    SENDS_IN_CLEAR_WHEN_DOWN("sends-in-clear-when-down"),
    /** Sends what one connection has but one tunnel left for through another connection. */
    MOVES_TO_ANOTHER_CONNECTION("moves-to-another-connection"),
    /** Sends everything of the VPCs through the connection that came into being first. */
    KNOWS_ONE_CONNECTION("knows-one-connection"),

    // Sessions, diagnosis and several customer gateways.
    /** Ends BGP sessions without a NOTIFICATION. */
    ENDS_BGP_WITHOUT_A_WORD("ends-bgp-without-a-word"),
    /** Takes no BGP session any more through a tunnel where it ended one for an error. */
    TAKES_NO_BGP_AGAIN("takes-no-bgp-again"),
    /** Says of every error in BGP that it is an unspecific one of the message header. */
    ONE_BGP_ERROR_FOR_ALL("one-bgp-error-for-all"),
    /** Takes a well-known attribute of BGP that it does not know for an optional one. */
    TAKES_UNKNOWN_ATTRIBUTES("takes-unknown-attributes"),
    /** Hears only the customer gateway whose connection came into being first. */
    KNOWS_ONE_CUSTOMER_GATEWAY("knows-one-customer-gateway"),
    /** Does not answer at its inside addresses while there is no VPC or no prefix to forward for. */
    DEAF_WITHOUT_ROUTES("deaf-without-routes"),

    // Telemetry.
    /** Counts octets of what it drops out of a tunnel, too. */
    COUNTS_DROPPED_PACKETS("counts-dropped-packets"),
    /** Counts the octets of every connection as those of the first. */
    COUNTS_FOR_FIRST_CONNECTION("counts-for-first-connection"),
    /** Counts as received what it sends, too. */
    COUNTS_SENT_AS_RECEIVED("counts-sent-as-received"),
    /** Counts the accepted routes of a session that has ended. */
    KEEPS_ACCEPTED_COUNT("keeps-accepted-count"),
    /** Dates changes of the status of a tunnel half a minute early. */
    PREDATES_CHANGES("predates-changes"),

    // Routing.
    /** Takes the shortest prefix that matches. */
    IGNORES_LONGEST_PREFIX("ignores-longest-prefix"),
    /** Of two routes to one destination takes the propagated one. */
    PREFERS_PROPAGATED("prefers-propagated"),
    /** Lets more specific propagated routes lead away from the VPC. */
    LETS_PROPAGATED_OVER_LOCAL("lets-propagated-over-local"),
    /** Takes the local route of a VPC for the last of several, and for none that keeps others away. */
    LOCAL_ROUTE_LAST("local-route-last"),
    /** Takes a static route of a VPN connection before one of Direct Connect. */
    STATIC_BEFORE_DIRECT_CONNECT("static-before-direct-connect"),
    /** Takes a route that came by BGP over a VPN connection before a static route of another. */
    BGP_BEFORE_STATIC("bgp-before-static"),
    /** Asks the main route table for every host of a VPC. */
    ASKS_MAIN_TABLE_ONLY("asks-main-table-only"),
    /** Takes the next route of a table when the tunnels behind the best one are down. */
    LEAVES_DEAD_ROUTES("leaves-dead-routes"),
    /** Hands what comes out of a tunnel to whatever the VPC has a route for, or an Elastic address. */
    FORWARDS_UNKNOWN("forwards-unknown"),
    /** Knows the static prefixes of a connection through its tunnel 1 alone. */
    STATIC_THROUGH_TUNNEL_1("static-through-tunnel-1"),

    // AWS VPN CloudHub.
    /** Announces to no site what another announced. */
    REANNOUNCES_NOTHING("reannounces-nothing"),
    /** Announces what a site announced as if it were the VPC's: with its own AS alone in the path. */
    REANNOUNCES_AS_OWN("reannounces-as-own"),
    /** Does not withdraw from other sites what a site withdraws. */
    KEEPS_REANNOUNCED_ROUTES("keeps-reannounced-routes"),
    /** Announces to sites what came to another virtual private gateway. */
    REANNOUNCES_ACROSS_GATEWAYS("reannounces-across-gateways"),
    /** Announces the blocks of the VPC through the first connection alone. */
    ANNOUNCES_VPC_TO_ONE_SITE("announces-vpc-to-one-site"),
    /** Carries nothing from one site to another. */
    CARRIES_NOTHING_BETWEEN_SITES("carries-nothing-between-sites"),
    /** Carries nothing from one site to another while there is no VPC. */
    NO_HUB_WITHOUT_VPC("no-hub-without-vpc"),
    /** Carries packets to sites of another virtual private gateway. */
    CARRIES_ACROSS_GATEWAYS("carries-across-gateways"),
    /** Leaves the time to live of packets between sites as it is. */
    KEEPS_TIME_TO_LIVE("keeps-time-to-live"),
    /** Tells sites nothing of what Direct Connect announces. */
    HIDES_DIRECT_CONNECT("hides-direct-connect"),
    /** Tells Direct Connect of the VPC, and of no site. */
    HIDES_SITES_FROM_DIRECT_CONNECT("hides-sites-from-direct-connect"),

    // Keys, inside addresses, limits and choice of paths.
    /** Takes a pre-shared key in lower case for the key itself. */
    TAKES_KEYS_OF_ANY_CASE("takes-keys-of-any-case"),
    /** Takes a pre-shared key with a newline after it for the key itself. */
    TAKES_KEYS_WITH_A_NEWLINE("takes-keys-with-a-newline"),
    /** Takes a pre-shared key whose last character is another one for the key itself. */
    TAKES_KEYS_BUT_FOR_THE_END("takes-keys-but-for-the-end"),
    /** Takes the pre-shared key of either tunnel in both. */
    TAKES_KEY_OF_OTHER_TUNNEL("takes-key-of-other-tunnel"),
    /** Answers at the inside address of a tunnel whoever sends from whichever address of its /30. */
    ANSWERS_ANY_INSIDE_ADDRESS("answers-any-inside-address"),
    /** Uses however many routes a gateway announces. */
    TAKES_ANY_NUMBER_OF_ROUTES("takes-any-number-of-routes"),
    /** Tells a gateway that knows AS numbers of two octets only nothing of the true number of its own AS. */
    FORGETS_TRUE_PATH("forgets-true-path"),
    /** Takes paths to one prefix for equal, whatever their length. */
    IGNORES_AS_PATH_LENGTH("ignores-as-path-length"),
    /** Takes paths of one length for equal, whatever their origin. */
    IGNORES_ORIGIN("ignores-origin"),
    /** Takes, of paths of one length, the one with the highest origin. */
    PREFERS_HIGHEST_ORIGIN("prefers-highest-origin"),

    // BGP.
    /** Does not answer on TCP port 179. */
    SPEAKS_NO_BGP("speaks-no-bgp"),
    /** Says AS 64512, whatever the AS of the virtual private gateway is. */
    SAYS_DEFAULT_AS("says-default-as"),
    /** Takes an OPEN of whatever AS. */
    TAKES_ANY_AS("takes-any-as"),
    /** Knows AS numbers of two octets only. */
    TWO_OCTET_AS("two-octet-as"),
    /** Uses routes with its own AS in the path. */
    IGNORES_LOOPS("ignores-loops"),
    /** Announces the first block of a VPC, and no other. */
    ANNOUNCES_FIRST_BLOCK_ONLY("announces-first-block-only"),
    /** Announces the default route in the place of the blocks of the VPC. */
    ANNOUNCES_DEFAULT_ROUTE("announces-default-route"),
    /** Sends nothing to what a gateway has announced. */
    IGNORES_ANNOUNCEMENTS("ignores-announcements"),
    /** Keeps routes that a gateway withdraws. */
    KEEPS_WITHDRAWN_ROUTES("keeps-withdrawn-routes"),
    /** Sends into the tunnels of dynamic connections what nobody has announced. */
    NEEDS_NO_ANNOUNCEMENT("needs-no-announcement");

    private final String word;

    AwsSideFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<AwsSideFault> ofWord(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
