package io.vpntck.reference.ec2.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** VPN-API-06: a dry run of every action that changes something checks its rules, and changes nothing. */
class DryRunTest {
    private SmallAccount account;
    private final Map<String, String> examples = new LinkedHashMap<>();
    private String connection;

    @BeforeEach
    void makeOneOfEach() {
        account = new SmallAccount();
        String freeVpc = account.make("CreateVpc", "CidrBlock=10.1.0.0/16", "vpcId");
        String freeGateway = account.make("CreateVpnGateway", "Type=ipsec.1", "vpnGatewayId");
        String freeCustomer = customerGateway("198.18.0.1");
        String vpc = account.make("CreateVpc", "CidrBlock=10.0.0.0/16", "vpcId");
        String gateway = account.make("CreateVpnGateway", "Type=ipsec.1", "vpnGatewayId");
        String customer = customerGateway("198.18.0.2");
        account.ask("AttachVpnGateway", "VpcId=" + vpc + " VpnGatewayId=" + gateway);
        connection = account.make(
                "CreateVpnConnection",
                "Type=ipsec.1 Options.StaticRoutesOnly=true VpnGatewayId=" + gateway + " CustomerGatewayId=" + customer,
                "vpnConnectionId");
        account.now = account.now.plusSeconds(60);
        String table =
                account.make("DescribeRouteTables", "Filter.1.Name=vpc-id Filter.1.Value.1=" + vpc, "routeTableId");
        account.ask(
                "CreateRoute", "RouteTableId=" + table + " DestinationCidrBlock=192.168.20.0/24 GatewayId=" + gateway);
        account.ask(
                "CreateVpnConnectionRoute", "VpnConnectionId=" + connection + " DestinationCidrBlock=192.168.10.0/24");
        account.ask("CreateTags", "ResourceId.1=" + connection + " Tag.1.Key=Name Tag.1.Value=Zurich");
        account.now = account.now.plusSeconds(60);

        examples.put("CreateVpc", "CidrBlock=10.2.0.0/16");
        examples.put("DeleteVpc", "VpcId=" + freeVpc);
        examples.put("CreateVpnGateway", "Type=ipsec.1");
        examples.put("AttachVpnGateway", "VpcId=" + freeVpc + " VpnGatewayId=" + freeGateway);
        examples.put("DetachVpnGateway", "VpcId=" + vpc + " VpnGatewayId=" + gateway);
        examples.put("DeleteVpnGateway", "VpnGatewayId=" + freeGateway);
        examples.put("CreateCustomerGateway", "Type=ipsec.1 IpAddress=198.18.0.3 BgpAsn=65000");
        examples.put("DeleteCustomerGateway", "CustomerGatewayId=" + freeCustomer);
        examples.put(
                "CreateVpnConnection",
                "Type=ipsec.1 VpnGatewayId=" + freeGateway + " CustomerGatewayId=" + freeCustomer);
        examples.put("DeleteVpnConnection", "VpnConnectionId=" + connection);
        examples.put(
                "CreateVpnConnectionRoute", "VpnConnectionId=" + connection + " DestinationCidrBlock=192.168.11.0/24");
        examples.put(
                "DeleteVpnConnectionRoute", "VpnConnectionId=" + connection + " DestinationCidrBlock=192.168.10.0/24");
        examples.put(
                "CreateRoute", "RouteTableId=" + table + " DestinationCidrBlock=192.168.30.0/24 GatewayId=" + gateway);
        examples.put("DeleteRoute", "RouteTableId=" + table + " DestinationCidrBlock=192.168.20.0/24");
        examples.put("EnableVgwRoutePropagation", "RouteTableId=" + table + " GatewayId=" + gateway);
        examples.put("DisableVgwRoutePropagation", "RouteTableId=" + table + " GatewayId=" + gateway);
        examples.put("CreateTags", "ResourceId.1=" + connection + " Tag.1.Key=site Tag.1.Value=north");
        examples.put("DeleteTags", "ResourceId.1=" + connection + " Tag.1.Key=Name");
    }

    private String customerGateway(String address) {
        return account.make(
                "CreateCustomerGateway", "Type=ipsec.1 BgpAsn=65000 IpAddress=" + address, "customerGatewayId");
    }

    /** All describes, but for the ids of the requests. */
    private List<String> everything() {
        return new TreeSet<>(account.service().actions())
                .stream()
                        .filter(action -> action.startsWith("Describe"))
                        .map(action -> account.ask(action, "").body().replaceAll("<requestId>[^<]*<", ""))
                        .toList();
    }

    @Test
    void changesNothing() {
        List<String> before = everything();
        int addresses = account.outsideAddressesTaken();
        examples.forEach((action, parameters) -> {
            QueryResponse response = account.ask(action, parameters + " DryRun=true");
            assertThat(response.status()).as(action + ": " + response.body()).isEqualTo(412);
            assertThat(everything()).as("after " + action).isEqualTo(before);
            assertThat(account.outsideAddressesTaken())
                    .as("addresses after " + action)
                    .isEqualTo(addresses);
        });
    }

    /** So the requests above are none that would change nothing anyway. */
    @Test
    void triesWhatWouldSucceed() {
        for (String action : List.copyOf(examples.keySet())) {
            makeOneOfEach();
            List<String> before = everything();
            assertThat(account.ask(action, examples.get(action)).status())
                    .as(action)
                    .isEqualTo(200);
            if (!action.equals("DisableVgwRoutePropagation")) {
                assertThat(everything()).as("after " + action).isNotEqualTo(before);
            }
        }
    }

    @Test
    void refusesWhatBreaksARule() {
        QueryResponse malformed = account.ask("CreateVpc", "CidrBlock=10.0.0.0/8 DryRun=true");
        assertThat(SmallAccount.text(malformed, "Code")).isEqualTo("InvalidVpc.Range");
        QueryResponse unknown = account.ask("CreateTags", "ResourceId.1=vpc-0 Tag.1.Key=a DryRun=true");
        assertThat(SmallAccount.text(unknown, "Code")).isEqualTo("InvalidVpcID.NotFound");
    }

    @Test
    void servesTheNextRequest() {
        account.ask("DeleteVpnConnection", "VpnConnectionId=" + connection + " DryRun=true");
        account.ask("DeleteVpnConnection", "VpnConnectionId=" + connection);
        QueryResponse shown = account.ask("DescribeVpnConnections", "VpnConnectionId.1=" + connection);
        assertThat(SmallAccount.text(shown, "state")).isEqualTo("deleting");
    }
}
