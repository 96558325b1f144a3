package io.vpntck.reference.ec2;

import io.vpntck.reference.ec2.ConnectionRule.Breach;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The categories of a region's connections: what a new one is, what it may then have, and what is shown. */
final class Categories {
    private final Enforcement rules;
    private Category ofNew = Category.AWS_VPN;

    Categories(Enforcement rules) {
        this.rules = rules;
    }

    /** Whether new connections are as they were before there was AWS VPN. */
    void classicProfile(boolean on) {
        ofNew = on ? Category.CLASSIC : Category.AWS_VPN;
    }

    /** @param past the connections that there are and were */
    Category ofNew(VpnGateway vpnGateway, CustomerGateway customerGateway, Collection<VpnConnection> past) {
        boolean again = rules.commits(ControlPlaneFault.RECREATES_AS_CLASSIC)
                && past.stream()
                        .anyMatch(c -> c.vpnGateway() == vpnGateway
                                && c.customerGateway() == customerGateway
                                && !c.lifecycle().exists());
        return again ? Category.CLASSIC : ofNew;
    }

    /** What does not exist in the category of new connections. */
    List<Breach> breaches(
            VpnGateway vpnGateway,
            CustomerGateway customerGateway,
            List<TunnelOptions> options,
            Collection<VpnConnection> alive) {
        List<Breach> all = new ArrayList<>();
        if (ofNew == Category.CLASSIC) {
            ClassicVpn.checkOptions(options)
                    .map(ConnectionRule.CLASSIC_OPTIONS::brokenBy)
                    .ifPresent(all::add);
            ClassicVpn.checkAmazonSideAsn(vpnGateway.amazonSideAsn())
                    .map(ConnectionRule.CLASSIC_AMAZON_SIDE_ASN::brokenBy)
                    .ifPresent(all::add);
            ClassicVpn.checkCustomerAsn(customerGateway.bgpAsn())
                    .map(ConnectionRule.CLASSIC_CUSTOMER_ASN::brokenBy)
                    .ifPresent(all::add);
            Set<Ipv4Address> used = alive.stream()
                    .filter(c -> c.category() == Category.CLASSIC)
                    .filter(c -> c.vpnGateway() != vpnGateway || c.customerGateway() != customerGateway)
                    .map(c -> c.customerGateway().address())
                    .collect(Collectors.toSet());
            ClassicVpn.checkAddress(customerGateway.address(), used)
                    .map(ConnectionRule.CLASSIC_ADDRESS::brokenBy)
                    .ifPresent(all::add);
        }
        return all;
    }

    /** The word that describes show; empty when the connection is shown without. */
    Optional<String> shown(VpnConnection connection) {
        if (rules.commits(ControlPlaneFault.FORGETS_CATEGORY_OF_DELETED)
                && !connection.lifecycle().exists()) {
            return Optional.empty();
        }
        if (connection.category() == Category.CLASSIC) {
            return Optional.of(
                    rules.commits(ControlPlaneFault.WRONG_CLASSIC_CATEGORY)
                            ? "VPN Classic"
                            : connection.category().word());
        }
        return Optional.of(
                (rules.commits(ControlPlaneFault.WRONG_CATEGORY) ? Category.CLASSIC : connection.category()).word());
    }
}
