package io.vpntck.reference.ec2;

import java.util.Arrays;
import java.util.Optional;

/** What the control plane can be told to do wrong. */
public enum ControlPlaneFault {
    /** Takes a reserved /30 as inside CIDR. */
    ACCEPTS_RESERVED_CIDR("accepts-reserved-cidr"),
    /** Takes a pre-shared key that starts with 0. */
    ACCEPTS_PSK_LEADING_ZERO("accepts-psk-leading-zero"),

    // Inside CIDRs: forbidden ones taken, allowed ones refused, wrong ones assigned.
    /** Takes inside CIDRs of any size for the /30 that they start with. */
    ACCEPTS_ANY_CIDR_SIZE("accepts-any-cidr-size"),
    /** Takes inside CIDRs that are not of 169.254.0.0/16. */
    ACCEPTS_CIDR_OUTSIDE_LINK_LOCAL("accepts-cidr-outside-link-local"),
    /** Takes an address of a /30 for the /30. */
    ACCEPTS_CIDR_HOST_BITS("accepts-cidr-host-bits"),
    /** Takes an inside CIDR that another connection of the virtual private gateway has. */
    SHARES_CIDR_ON_GATEWAY("shares-cidr-on-gateway"),
    /** Takes one inside CIDR for both tunnels. */
    SHARES_CIDR_IN_CONNECTION("shares-cidr-in-connection"),
    /** Refuses an inside CIDR that any connection of the region has. */
    ONE_CIDR_PER_REGION("one-cidr-per-region"),
    /** Refuses inside CIDRs near the reserved ones. */
    REFUSES_NEIGHBOURS_OF_RESERVED("refuses-neighbours-of-reserved"),
    /** Refuses a chosen inside CIDR on a virtual private gateway that has a connection. */
    REFUSES_SECOND_CHOSEN_CIDR("refuses-second-chosen-cidr"),
    /** Assigns inside CIDRs whatever was asked for. */
    IGNORES_CHOSEN_CIDR("ignores-chosen-cidr"),
    /** Assigns reserved inside CIDRs. */
    ASSIGNS_RESERVED_CIDR("assigns-reserved-cidr"),
    /** Assigns the same two inside CIDRs to every connection. */
    ASSIGNS_SAME_CIDRS("assigns-same-cidrs"),

    // Pre-shared keys: forbidden ones taken, allowed ones refused, wrong ones generated or shown.
    /** Takes pre-shared keys of any length. */
    ACCEPTS_ANY_PSK_LENGTH("accepts-any-psk-length"),
    /** Takes pre-shared keys of any characters. */
    ACCEPTS_ANY_PSK_CHARACTER("accepts-any-psk-character"),
    /** Refuses pre-shared keys of 8 and of 64 characters. */
    REFUSES_BOUNDARY_PSK_LENGTHS("refuses-boundary-psk-lengths"),
    /** Shows the letters of pre-shared keys in lower case. */
    LOWER_CASE_PSK("lower-case-psk"),
    /** Generates pre-shared keys of 16 characters. */
    GENERATES_SHORT_PSK("generates-short-psk"),
    /** Generates pre-shared keys that start with 0. */
    GENERATES_PSK_WITH_LEADING_ZERO("generates-psk-with-leading-zero"),
    /** Generates the same pre-shared key every time. */
    GENERATES_SAME_PSK("generates-same-psk"),

    // The two tunnels of a connection.
    /** Takes the options of a third tunnel. */
    ACCEPTS_THIRD_TUNNEL("accepts-third-tunnel"),
    /** Leaves the second tunnel out of the configuration of a dynamic connection. */
    ONE_TUNNEL_IN_CONFIGURATION("one-tunnel-in-configuration"),
    /** Leaves the second tunnel out of the telemetry of a dynamic connection. */
    ONE_TUNNEL_IN_TELEMETRY("one-tunnel-in-telemetry"),
    /** Shows one outside address for both tunnels of a dynamic connection. */
    ONE_OUTSIDE_ADDRESS("one-outside-address"),

    // The ASN of a virtual private gateway.
    /** Takes ASNs that are one below or above the private ranges. */
    ASN_RANGES_ONE_TOO_WIDE("asn-ranges-one-too-wide"),
    /** Takes public and reserved ASNs for virtual private gateways. */
    ACCEPTS_PUBLIC_AMAZON_SIDE_ASN("accepts-public-amazon-side-asn"),
    /** Takes ASNs of more than 32 bits and negative ones for virtual private gateways. */
    ACCEPTS_ASN_OF_ANY_WIDTH("accepts-asn-of-any-width"),
    /** Refuses the first and the last ASN of each private range. */
    REFUSES_BOUNDARY_ASNS("refuses-boundary-asns"),
    /** Gives virtual private gateways the default ASN whatever was asked for. */
    IGNORES_CHOSEN_ASN("ignores-chosen-asn"),
    /** Shows ASNs of 32 bits as signed numbers. */
    SIGNED_ASN("signed-asn"),
    /** Gives a virtual private gateway the default ASN when it is detached. */
    RESETS_ASN("resets-asn"),
    /** Gives the default ASN of today to virtual private gateways of every day. */
    IGNORES_DAY_OF_ASN("ignores-day-of-asn"),
    /** Gives the default ASN of the day before. */
    CHANGES_DEFAULT_ASN_LATE("changes-default-asn-late"),

    // Address and ASN of a customer gateway.
    /** Takes customer gateways with addresses that are not routable in the internet. */
    ACCEPTS_UNROUTABLE_CUSTOMER_ADDRESS("accepts-unroutable-customer-address"),
    /** Makes customer gateways of addresses that are none. */
    ACCEPTS_MALFORMED_CUSTOMER_ADDRESS("accepts-malformed-customer-address"),
    /** Takes the ASNs 0 and 65535 for customer gateways. */
    ACCEPTS_ANY_CUSTOMER_ASN("accepts-any-customer-asn"),
    /** Takes, in two regions, the ASNs that AWS has there. */
    ACCEPTS_RESERVED_CUSTOMER_ASN("accepts-reserved-customer-asn"),
    /** Refuses these two ASNs in every region. */
    RESERVES_CUSTOMER_ASN_EVERYWHERE("reserves-customer-asn-everywhere"),
    /** Refuses the ASNs 1, 64512 and 65534 for customer gateways. */
    REFUSES_BOUNDARY_CUSTOMER_ASNS("refuses-boundary-customer-asns"),
    /** Refuses an ASN that is public. */
    REFUSES_PUBLIC_CUSTOMER_ASN("refuses-public-customer-asn"),
    /** Shows another ASN of a customer gateway than was given. */
    WRONG_CUSTOMER_ASN("wrong-customer-asn"),
    /** Gives a customer gateway the ASN of a later one with the same address. */
    RENUMBERS_CUSTOMER_GATEWAY("renumbers-customer-gateway"),
    /** Refuses a second customer gateway of one ASN, unless it is the default, on a virtual private gateway. */
    ONE_CONNECTION_PER_CUSTOMER_ASN("one-connection-per-customer-asn"),
    /** Refuses customer gateways of different ASNs on one virtual private gateway. */
    ONE_CUSTOMER_ASN_PER_GATEWAY("one-customer-asn-per-gateway"),

    // Types and identifiers.
    /** Makes gateways and connections of any type. */
    ACCEPTS_ANY_TYPE("accepts-any-type"),
    /** Makes the gateway of a new connection when it is not named or never existed. */
    MAKES_MISSING_GATEWAYS("makes-missing-gateways"),
    /** Makes gateways and connections without a type. */
    ACCEPTS_NO_TYPE("accepts-no-type"),
    /** Shows another type of customer gateways. */
    WRONG_TYPE("wrong-type"),
    /** Gives identifiers of 12 digits. */
    ODD_IDS("odd-ids"),
    /** Describes one gateway or connection more than is asked for by id. */
    LISTS_MORE_THAN_ASKED("lists-more-than-asked"),
    /** Describes nothing when an id is unknown. */
    SHOWS_NOTHING_FOR_UNKNOWN_ID("shows-nothing-for-unknown-id"),

    // What tunnels get, keep and show.
    /** Ignores the key that is given for tunnel 2. */
    IGNORES_SECOND_KEY("ignores-second-key"),
    /** Gives tunnel 2 the key of tunnel 1 when it has none of its own. */
    COPIES_KEY_TO_SECOND_TUNNEL("copies-key-to-second-tunnel"),
    /** Changes the tunnels of a connection when it is asked for again. */
    MODIFIES_ON_REPEAT("modifies-on-repeat"),
    /** Gives a new connection the tunnel values of the deleted one between its gateways. */
    RECREATES_WITH_OLD_OPTIONS("recreates-with-old-options"),
    /** Writes another key into the configuration than is in force, if it has an underscore. */
    HANDS_OUT_OTHER_KEY("hands-out-other-key"),
    /** Keeps the tunnels of a connection that is deleted. */
    KEEPS_TUNNELS_OF_DELETED("keeps-tunnels-of-deleted"),
    /** Shows other outside addresses while the virtual private gateway is detached. */
    MOVES_OUTSIDE_ADDRESSES("moves-outside-addresses"),
    /** Writes the first inside address of a dynamic connection for the customer gateway. */
    SWAPS_INSIDE_ADDRESSES("swaps-inside-addresses"),
    /** Writes the netmask of a /29 into the configuration of a dynamic connection. */
    WRONG_NETMASK("wrong-netmask"),

    // Gateways and their attachments.
    /** Gives virtual private gateways another default ASN than 64512. */
    WRONG_DEFAULT_ASN("wrong-default-asn"),
    /** Attaches a virtual private gateway to a VPC that has one. */
    ALLOWS_SECOND_VPN_GATEWAY("allows-second-vpn-gateway"),
    /** Attaches a virtual private gateway that is attached to another VPC. */
    ALLOWS_SECOND_VPC("allows-second-vpc"),
    /** Attaches a new virtual private gateway to the VPC that has none. */
    ATTACHES_AT_CREATION("attaches-at-creation"),
    /** Leaves an attachment in the state detaching. */
    NEVER_DETACHES("never-detaches"),
    /** Deletes a VPC that has a virtual private gateway attached. */
    DELETES_ATTACHED_VPC("deletes-attached-vpc"),
    /** Deletes, with a VPC, the virtual private gateway that was detached from it. */
    DELETES_GATEWAY_WITH_VPC("deletes-gateway-with-vpc"),
    /** Makes VPCs of any size. */
    ACCEPTS_ANY_VPC_SIZE("accepts-any-vpc-size"),
    /** Makes any number of VPCs. */
    UNLIMITED_VPCS("unlimited-vpcs"),
    /** Makes subnets outside their VPC. */
    ACCEPTS_SUBNET_OUTSIDE("accepts-subnet-outside"),
    /** Makes subnets that overlap. */
    ACCEPTS_OVERLAPPING_SUBNET("accepts-overlapping-subnet"),
    /** Keeps the tags that a resource has, and takes no other. */
    FORGETS_SECOND_TAG("forgets-second-tag"),
    /** Refuses a VPC of the smallest size, /28. */
    REFUSES_SMALLEST_VPC("refuses-smallest-vpc"),
    /** Makes any number of subnets. */
    UNLIMITED_SUBNETS("unlimited-subnets"),
    /** Gives a VPC a block that covers a route of its tables. */
    ACCEPTS_CIDR_OVER_ROUTE("accepts-cidr-over-route"),
    /** Gives a VPC any number of blocks. */
    UNLIMITED_CIDRS("unlimited-cidrs"),
    /** Makes any number of internet gateways. */
    UNLIMITED_INTERNET_GATEWAYS("unlimited-internet-gateways"),
    /** Attaches an internet gateway to a VPC that has one. */
    ALLOWS_SECOND_INTERNET_GATEWAY("allows-second-internet-gateway"),
    /** Attaches an internet gateway that is attached already. */
    MOVES_INTERNET_GATEWAY("moves-internet-gateway"),
    /** Deletes an internet gateway that is attached. */
    DELETES_ATTACHED_INTERNET_GATEWAY("deletes-attached-internet-gateway"),
    /** Makes any number of route tables. */
    UNLIMITED_ROUTE_TABLES("unlimited-route-tables"),
    /** Shows the main route table as any other. */
    HIDES_MAIN_TABLE("hides-main-table"),
    /** Shows a subnet with the main association. */
    NAMES_SUBNET_OF_MAIN("names-subnet-of-main"),
    /** Makes route tables without the local route. */
    STARTS_TABLE_EMPTY("starts-table-empty"),
    /** Has a local route to the primary block of a VPC only. */
    ONE_LOCAL_ROUTE("one-local-route"),
    /** Associates a subnet that has an association with another route table. */
    MOVES_ASSOCIATED_SUBNET("moves-associated-subnet"),
    /** Takes, with the main association, those of the table's subnets. */
    MAIN_TAKES_SUBNETS_ALONG("main-takes-subnets-along"),
    /** Says that it makes another table the main one, and does not. */
    KEEPS_MAIN_TABLE("keeps-main-table"),
    /** Deletes the main route table of a VPC. */
    DELETES_MAIN_TABLE("deletes-main-table"),
    /** Deletes a route table that a subnet is associated with. */
    DELETES_ASSOCIATED_TABLE("deletes-associated-table"),
    /** Says that it ends an association, and does not. */
    KEEPS_ASSOCIATION("keeps-association"),
    /** Takes any number of routes into a table. */
    UNLIMITED_ROUTES("unlimited-routes"),
    /** Counts IPv6 routes with those of IPv4. */
    COUNTS_FAMILIES_TOGETHER("counts-families-together"),
    /** Says yes to changes of the local route. */
    CHANGES_LOCAL_ROUTE("changes-local-route"),
    /** Takes a route in the place of one that is there. */
    OVERWRITES_ROUTE("overwrites-route"),
    /** Makes a route that was to be replaced and is not there. */
    REPLACES_ABSENT_ROUTE("replaces-absent-route"),
    /** Says that it leads a route elsewhere, and does not. */
    KEEPS_REPLACED_TARGET("keeps-replaced-target"),
    /** Says that it deletes a route that was not entered. */
    DELETES_ANY_ROUTE("deletes-any-route"),
    /** Shows routes active whose target is gone. */
    NEVER_BLACKHOLE("never-blackhole"),
    /** Propagates the routes of connections that never were up. */
    PROPAGATES_BEFORE_UP("propagates-before-up"),
    /** Propagates one route of a virtual private gateway only. */
    PROPAGATES_ONE_ROUTE("propagates-one-route"),
    /** Propagates more than 100 routes into a table. */
    UNLIMITED_PROPAGATED_ROUTES("unlimited-propagated-routes"),
    /** Says of propagated routes that they were entered. */
    WRONG_ORIGIN("wrong-origin"),
    /** Enables the propagation of a gateway that is not attached to the VPC. */
    PROPAGATES_UNATTACHED("propagates-unattached"),
    /** Disables propagation in all tables of the VPC at once. */
    DISABLES_PROPAGATION_EVERYWHERE("disables-propagation-everywhere"),
    /** Enables propagation when a virtual private gateway is attached. */
    CHANGES_TABLES_BY_ITSELF("changes-tables-by-itself"),
    /** Makes static connections where no routing type is chosen. */
    STATIC_BY_DEFAULT("static-by-default"),
    /** Calls an attachment available while it is being detached. */
    ATTACHMENT_AVAILABLE("attachment-available"),
    /** Refuses a VPC a block that is a part of a route of its tables. */
    REFUSES_CIDR_WITHIN_ROUTE("refuses-cidr-within-route"),
    /** Says that it detaches an internet gateway from a VPC that it is not attached to. */
    DETACHES_ANY_INTERNET_GATEWAY("detaches-any-internet-gateway"),
    /** Says that it detaches an internet gateway, and shows it attached. */
    KEEPS_INTERNET_GATEWAY_ATTACHED("keeps-internet-gateway-attached"),
    /** Says that it makes rules of a security group, and does not. */
    FORGETS_SECURITY_GROUP_RULES("forgets-security-group-rules"),
    /** Says that it revokes rules of a security group, and does not. */
    KEEPS_REVOKED_RULES("keeps-revoked-rules"),
    /** Ends the association of a route table with one subnet when it gets another. */
    SERVES_ONE_SUBNET("serves-one-subnet"),
    /** Shows every target of a route as gatewayId. */
    WRONG_TARGET_ELEMENT("wrong-target-element"),
    /** Refuses to enable propagation where it is enabled. */
    REFUSES_SECOND_PROPAGATION("refuses-second-propagation"),
    /** Deletes, with a VPC, the connections of the gateway that was detached from it. */
    DELETES_CONNECTION_WITH_VPC("deletes-connection-with-vpc"),
    /** Finds the first connection only by the virtual private gateway. */
    ONE_CUSTOMER_OF_HUB("one-customer-of-hub"),
    /** Refuses to attach a virtual private gateway that has a connection. */
    REFUSES_LATE_ATTACHMENT("refuses-late-attachment"),
    /** Deletes a virtual private gateway that is attached. */
    DELETES_ATTACHED_VPN_GATEWAY("deletes-attached-vpn-gateway"),
    /** Says that it deletes a virtual private gateway, and does not. */
    KEEPS_DELETED_VPN_GATEWAY("keeps-deleted-vpn-gateway"),
    /** Makes any number of virtual private gateways. */
    UNLIMITED_VPN_GATEWAYS("unlimited-vpn-gateways"),
    /** Shows another address of a customer gateway than was given. */
    WRONG_CUSTOMER_ADDRESS("wrong-customer-address"),
    /** Makes a second customer gateway of the same values. */
    DUPLICATES_CUSTOMER_GATEWAY("duplicates-customer-gateway"),
    /** Refuses a second connection of a customer gateway. */
    ONE_CONNECTION_PER_CUSTOMER_GATEWAY("one-connection-per-customer-gateway"),
    /** Deletes a customer gateway that a connection uses. */
    DELETES_USED_CUSTOMER_GATEWAY("deletes-used-customer-gateway"),
    /** Says that it deletes a customer gateway, and does not. */
    KEEPS_DELETED_CUSTOMER_GATEWAY("keeps-deleted-customer-gateway"),
    /** Makes a connection of gateways that are deleted. */
    ACCEPTS_DELETED_GATEWAYS("accepts-deleted-gateways"),
    /** Makes any number of customer gateways. */
    UNLIMITED_CUSTOMER_GATEWAYS("unlimited-customer-gateways"),
    /** Keeps a connection pending while its gateway is not attached. */
    PENDING_WHILE_UNATTACHED("pending-while-unattached"),
    /** Makes a second connection of the same two gateways. */
    DUPLICATES_CONNECTION("duplicates-connection"),
    /** Makes a connection between gateways of the same ASN. */
    ACCEPTS_EQUAL_ASNS("accepts-equal-asns"),
    /** Makes any number of connections of a virtual private gateway. */
    UNLIMITED_CONNECTIONS("unlimited-connections"),
    /** Leaves the configuration out of the answer of CreateVpnConnection. */
    LATE_CONFIGURATION("late-configuration"),
    /** Says of new connections that they are AWS Classic VPN. */
    WRONG_CATEGORY("wrong-category"),
    /** Shows a connection without its category once it is deleted. */
    FORGETS_CATEGORY_OF_DELETED("forgets-category-of-deleted"),
    /** Shows the category of AWS Classic VPN connections in another word. */
    WRONG_CLASSIC_CATEGORY("wrong-classic-category"),
    /** Makes AWS Classic VPN connections with tunnel options. */
    TAKES_TUNNEL_OPTIONS_ON_CLASSIC("takes-tunnel-options-on-classic"),
    /** Makes AWS Classic VPN connections of virtual private gateways with a chosen ASN. */
    TAKES_CHOSEN_ASN_ON_CLASSIC("takes-chosen-asn-on-classic"),
    /** Makes AWS Classic VPN connections of customer gateways with an ASN of four octets. */
    TAKES_WIDE_ASN_ON_CLASSIC("takes-wide-asn-on-classic"),
    /** Makes several AWS Classic VPN connections of one customer gateway address. */
    REUSES_CUSTOMER_ADDRESS_ON_CLASSIC("reuses-customer-address-on-classic"),
    /** Makes an AWS Classic VPN connection of two gateways that had a connection before. */
    RECREATES_AS_CLASSIC("recreates-as-classic"),
    /** Shows the connections of a detached virtual private gateway as those of the one attached in its place. */
    MOVES_CONNECTIONS("moves-connections"),
    /** Detaches the virtual private gateways that there are when another is created. */
    DETACHES_OLD_AT_CREATION("detaches-old-at-creation"),
    /** Gives a new connection the static routes that its customer gateway has on another. */
    COPIES_STATIC_ROUTES("copies-static-routes"),
    /** Gives a new connection the pre-shared keys that its customer gateway has on another. */
    REUSES_KEYS("reuses-keys"),
    /** Takes propagated routes out of the route tables while no tunnel of their connection is up. */
    WITHDRAWS_ROUTES_WHEN_DOWN("withdraws-routes-when-down"),
    /** Shows no propagated route to a destination that a route was entered for. */
    HIDES_BEATEN_ROUTES("hides-beaten-routes"),
    /** Says that it stops propagation, and does not. */
    KEEPS_PROPAGATING("keeps-propagating"),
    /** Says of any but the first virtual private gateway that it now propagates, which it does not. */
    FIRST_GATEWAY_PROPAGATES_ONLY("first-gateway-propagates-only"),
    /** Deletes, with a connection, the others of its customer gateway. */
    DELETES_OTHER_CONNECTIONS("deletes-other-connections"),
    /** Says that it deletes a connection, and does not. */
    KEEPS_DELETED_CONNECTION("keeps-deleted-connection"),
    /** Shows the configuration of a connection that is deleted. */
    SHOWS_DELETED_CONFIGURATION("shows-deleted-configuration"),
    /** Gives tunnel 1 the options of tunnel 2, and the other way about. */
    SWAPS_TUNNEL_OPTIONS("swaps-tunnel-options"),
    /** Writes BGP into the configuration of a static connection. */
    BGP_IN_STATIC_CONFIGURATION("bgp-in-static-configuration"),
    /** Keeps one static route of a connection only. */
    FORGETS_SECOND_STATIC_ROUTE("forgets-second-static-route"),
    /** Says that it deletes a static route, and does not. */
    KEEPS_DELETED_STATIC_ROUTE("keeps-deleted-static-route"),
    /** Takes static routes for a connection with dynamic routing. */
    ACCEPTS_STATIC_ROUTE_ON_DYNAMIC("accepts-static-route-on-dynamic"),
    /** Says yes to a static route whose prefix is none. */
    ACCEPTS_MALFORMED_PREFIX("accepts-malformed-prefix"),
    /** Answers a describe of several ids with those that exist. */
    SKIPS_UNKNOWN_IDS("skips-unknown-ids"),
    /** Answers in the namespace of another version of the API. */
    WRONG_NAMESPACE("wrong-namespace"),
    /** Refuses requests with the method GET. */
    REFUSES_GET("refuses-get"),
    /** Answers requests that are not signed. */
    ACCEPTS_UNSIGNED("accepts-unsigned"),
    /** Answers requests whose signature is wrong. */
    ACCEPTS_WRONG_SIGNATURE("accepts-wrong-signature"),
    /** Answers requests that were signed a while ago. */
    ACCEPTS_EXPIRED("accepts-expired"),
    /** Leaves the request id out of error documents. */
    ERRORS_WITHOUT_REQUEST_ID("errors-without-request-id"),
    /** Says yes to any action. */
    ANSWERS_UNKNOWN_ACTIONS("answers-unknown-actions"),
    /** Passes over parameters that the action does not have. */
    IGNORES_UNKNOWN_PARAMETERS("ignores-unknown-parameters"),
    /** Does not say which parameter is missing. */
    MISSING_PARAMETER_UNNAMED("missing-parameter-unnamed"),
    /** Says of a parameter that is missing that its value is invalid. */
    MISSING_PARAMETER_IS_INVALID("missing-parameter-is-invalid"),
    /** Does what it was asked to try, and answers as to a dry run. */
    DRY_RUN_CHANGES("dry-run-changes"),
    /** Does what it was asked to try, and answers as to any request. */
    IGNORES_DRY_RUN("ignores-dry-run"),
    /** Says yes to the actions of later years that modify a connection. */
    KNOWS_MODIFY_ACTIONS("knows-modify-actions"),
    /** Describes 20 connections or gateways, and says where to go on. */
    PAGES_DESCRIBES("pages-describes"),
    /** Gives a resource any number of tags. */
    UNLIMITED_TAGS("unlimited-tags"),
    /** Keeps the value of a tag that is given another. */
    KEEPS_OLD_TAG_VALUE("keeps-old-tag-value"),
    /** Deletes a tag although its value is not the one to delete. */
    DELETES_TAGS_OF_OTHER_VALUE("deletes-tags-of-other-value"),
    /** Writes the id of the connection where the configuration names the virtual private gateway. */
    WRONG_ID_IN_CONFIGURATION("wrong-id-in-configuration"),
    /** Writes a lifetime of 86,400 s for phase 1 into the configuration. */
    WRONG_LIFETIME_IN_CONFIGURATION("wrong-lifetime-in-configuration"),
    /** Writes a TCP MSS of 1,436 octets into the configuration. */
    WRONG_MSS_IN_CONFIGURATION("wrong-mss-in-configuration"),
    /** Leaves the network mask out of the second tunnel of a configuration. */
    INCOMPLETE_SECOND_TUNNEL("incomplete-second-tunnel"),
    /** Writes the configuration of a dynamic connection as that of a static one. */
    STATIC_CONFIGURATION_FOR_DYNAMIC("static-configuration-for-dynamic"),
    /** Writes the ASN of the documents' examples into the configuration, not that of the gateway. */
    EXAMPLE_ASN_IN_CONFIGURATION("example-asn-in-configuration"),
    /** Writes the hold time of the AWS side as 90 s into the configuration. */
    WRONG_HOLD_TIME_IN_CONFIGURATION("wrong-hold-time-in-configuration"),
    /** Writes the key of tunnel 1 into tunnel 2 of a dynamic configuration, and the other way about. */
    SWAPS_KEYS_IN_CONFIGURATION("swaps-keys-in-configuration"),
    /** Writes AES-256 for phase 1 into the configuration of a dynamic connection. */
    STRONGER_CIPHER_IN_CONFIGURATION("stronger-cipher-in-configuration"),
    /** Describes everything, whatever the filters say. */
    IGNORES_FILTERS("ignores-filters"),
    /** Describes what passes one of several filters. */
    ANY_FILTER_WILL_DO("any-filter-will-do"),
    /** Takes the wildcards of filters for what they look like. */
    NO_WILDCARDS("no-wildcards"),
    /** Says that it makes tags, and does not. */
    FORGETS_TAGS("forgets-tags"),
    /** Publishes metrics of AWS Classic VPN. */
    MEASURES_CLASSIC("measures-classic"),
    /** Publishes no metric of the octets sent. */
    NO_DATA_OUT_METRIC("no-data-out-metric"),
    /** Publishes metrics of a tunnel only once it has been up. */
    METRICS_AFTER_FIRST_UP("metrics-after-first-up"),
    /** Measures the state 0, whatever it is. */
    TUNNEL_STATE_STAYS_DOWN("tunnel-state-stays-down"),
    /** Measures the state 1 once it was, whatever it is. */
    TUNNEL_STATE_STAYS_UP("tunnel-state-stays-up"),
    /** Counts octets as ESP carries them. */
    COUNTS_ENCRYPTED_OCTETS("counts-encrypted-octets"),
    /** Gives out the points of all tunnels together, whatever the dimensions say. */
    IGNORES_DIMENSIONS("ignores-dimensions"),
    /** Gives out the points of tunnel 1 as those of its connection. */
    MEASURES_CONNECTION_BY_TUNNEL_1("measures-connection-by-tunnel-1"),
    /** Lists every metric, whatever the filters on dimensions say. */
    IGNORES_DIMENSION_FILTERS("ignores-dimension-filters"),
    /** Leaves out the result element of CloudWatch's answers. */
    NO_RESULT_ELEMENT("no-result-element"),
    /** Gives out the sum as average. */
    SUM_AS_AVERAGE("sum-as-average"),
    /** Leaves the time of the last change as it was when the connection was made. */
    KEEPS_FIRST_STATUS_CHANGE("keeps-first-status-change"),
    /** Takes every report of a tunnel for a change of its status. */
    EVERY_REPORT_IS_A_CHANGE("every-report-is-a-change"),
    /** Shows both tunnels UP when one of them is. */
    SHOWS_BOTH_TUNNELS_UP("shows-both-tunnels-up"),
    /** Shows tunnels UP that have never been up. */
    SHOWS_NEW_TUNNELS_UP("shows-new-tunnels-up"),
    /** Says that it deletes tags, and does not. */
    KEEPS_DELETED_TAGS("keeps-deleted-tags"),
    /** Shows the resources of one region in every other. */
    ONE_REGION("one-region"),
    /** Shows the tunnel options of a connection, as the later edition does. */
    SHOWS_TUNNEL_OPTIONS("shows-tunnel-options"),
    /** Answers a describe of several ids with the first. */
    DESCRIBES_FIRST_ID_ONLY("describes-first-id-only"),
    /** Answers with the customer gateway of the same address, whatever its ASN. */
    ONE_CUSTOMER_GATEWAY_PER_ADDRESS("one-customer-gateway-per-address"),
    /** Says that it deletes or detaches what is not there. */
    REMOVES_WHAT_IS_NOT_THERE("removes-what-is-not-there"),
    /** Passes over filters that it does not know. */
    IGNORES_UNKNOWN_FILTERS("ignores-unknown-filters"),
    /** Refuses static routes that are larger than /9 or smaller than /30. */
    REFUSES_LARGE_AND_SMALL_PREFIXES("refuses-large-and-small-prefixes"),
    /** Refuses a second subnet of a VPC. */
    REFUSES_SECOND_SUBNET("refuses-second-subnet"),
    /** Leaves a subnet with its old route table when its association is replaced. */
    KEEPS_REPLACED_ASSOCIATION("keeps-replaced-association"),
    /** Raises quotas as far as anybody likes. */
    RAISES_QUOTAS_WITHOUT_END("raises-quotas-without-end");

    private final String word;

    ControlPlaneFault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<ControlPlaneFault> ofWord(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }
}
