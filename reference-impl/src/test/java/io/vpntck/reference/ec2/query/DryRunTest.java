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
        String igw = account.make("CreateInternetGateway", "", "internetGatewayId");
        account.ask("AttachInternetGateway", "VpcId=" + vpc + " InternetGatewayId=" + igw);
        String freeIgw = account.make("CreateInternetGateway", "", "internetGatewayId");
        String subnet = account.make("CreateSubnet", "CidrBlock=10.0.1.0/24 VpcId=" + vpc, "subnetId");
        String freeSubnet = account.make("CreateSubnet", "CidrBlock=10.0.2.0/24 VpcId=" + vpc, "subnetId");
        String second = account.make("CreateRouteTable", "VpcId=" + vpc, "routeTableId");
        String free = account.make("CreateRouteTable", "VpcId=" + vpc, "routeTableId");
        String association =
                account.make("AssociateRouteTable", "RouteTableId=" + second + " SubnetId=" + subnet, "associationId");
        String group = account.make(
                "CreateSecurityGroup", "GroupName=web GroupDescription=web-servers VpcId=" + vpc, "groupId");
        String freeGroup =
                account.make("CreateSecurityGroup", "GroupName=free GroupDescription=nobody VpcId=" + vpc, "groupId");
        String rule = "GroupId=" + group + " IpProtocol=tcp FromPort=22 ToPort=22 CidrIp=192.168.0.0/16";
        account.ask("AuthorizeSecurityGroupIngress", rule);
        account.ask("AuthorizeSecurityGroupEgress", rule);
        String acl = account.make("CreateNetworkAcl", "VpcId=" + vpc, "networkAclId");
        String freeAcl = account.make("CreateNetworkAcl", "VpcId=" + vpc, "networkAclId");
        String entry = "NetworkAclId=" + acl + " Egress=false Protocol=-1 CidrBlock=10.0.0.0/8 RuleNumber=100";
        account.ask("CreateNetworkAclEntry", entry + " RuleAction=allow");
        String aclAssociation = account.make(
                "DescribeNetworkAcls",
                "Filter.1.Name=association.subnet-id Filter.1.Value.1=" + subnet,
                "networkAclAssociationId");
        account.now = account.now.plusSeconds(60);

        examples.put("CreateSecurityGroup", "GroupName=mail GroupDescription=mail-servers VpcId=" + vpc);
        examples.put("DeleteSecurityGroup", "GroupId=" + freeGroup);
        examples.put("AuthorizeSecurityGroupIngress", rule.replace("22", "3389"));
        examples.put("AuthorizeSecurityGroupEgress", rule.replace("22", "3389"));
        examples.put("RevokeSecurityGroupIngress", rule);
        examples.put("RevokeSecurityGroupEgress", rule);
        examples.put("CreateNetworkAcl", "VpcId=" + vpc);
        examples.put("DeleteNetworkAcl", "NetworkAclId=" + freeAcl);
        examples.put("CreateNetworkAclEntry", entry.replace("=100", "=200") + " RuleAction=deny");
        examples.put("ReplaceNetworkAclEntry", entry + " RuleAction=deny");
        examples.put("DeleteNetworkAclEntry", "NetworkAclId=" + acl + " Egress=false RuleNumber=100");
        examples.put("ReplaceNetworkAclAssociation", "AssociationId=" + aclAssociation + " NetworkAclId=" + acl);
        examples.put("CreateSubnet", "CidrBlock=10.0.3.0/24 VpcId=" + vpc);
        examples.put("DeleteSubnet", "SubnetId=" + freeSubnet);
        examples.put("CreateRouteTable", "VpcId=" + vpc);
        examples.put("DeleteRouteTable", "RouteTableId=" + free);
        examples.put("AssociateRouteTable", "RouteTableId=" + free + " SubnetId=" + freeSubnet);
        examples.put("DisassociateRouteTable", "AssociationId=" + association);
        examples.put("ReplaceRouteTableAssociation", "AssociationId=" + association + " RouteTableId=" + free);
        examples.put(
                "ReplaceRoute", "RouteTableId=" + table + " DestinationCidrBlock=192.168.20.0/24 GatewayId=" + igw);
        examples.put("CreateInternetGateway", "");
        examples.put("AttachInternetGateway", "VpcId=" + freeVpc + " InternetGatewayId=" + freeIgw);
        examples.put("DetachInternetGateway", "VpcId=" + vpc + " InternetGatewayId=" + igw);
        examples.put("DeleteInternetGateway", "InternetGatewayId=" + freeIgw);
        examples.put("AssociateVpcCidrBlock", "CidrBlock=10.3.0.0/16 VpcId=" + vpc);
        examples.put(
                "DisassociateVpcCidrBlock",
                "AssociationId="
                        + account.make("AssociateVpcCidrBlock", "CidrBlock=10.4.0.0/16 VpcId=" + vpc, "associationId"));
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
    void hasAnExampleOfEveryActionThatChangesSomething() {
        assertThat(account.service().actions())
                .as("actions: a new one needs a row in makeOneOfEach")
                .filteredOn(action -> !action.startsWith("Describe"))
                .containsExactlyInAnyOrderElementsOf(examples.keySet());
    }

    @Test
    void changesNothing() {
        List<String> before = everything();
        int addresses = account.outsideAddressesTaken();
        examples.forEach((action, parameters) -> {
            QueryResponse response = account.ask(action, (parameters + " DryRun=true").strip());
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
