package io.vpntck.reference.ec2.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPCs, route tables and routes by requests: what the features do not look at. */
class RoutingRequestsTest {
    private final SmallAccount account = new SmallAccount();
    private String vpc;
    private String main;
    private String igw;

    @BeforeEach
    void makeVpc() {
        vpc = account.make("CreateVpc", "CidrBlock=10.1.0.0/16", "vpcId");
        main = account.make("DescribeRouteTables", "", "routeTableId");
        igw = account.make("CreateInternetGateway", "", "internetGatewayId");
        account.ask("AttachInternetGateway", "InternetGatewayId=" + igw + " VpcId=" + vpc);
    }

    private void refused(String action, String parameters, String code) {
        String before = account.ask("DescribeRouteTables", "").body().replaceAll("<requestId>.*</requestId>", "");
        assertThat(SmallAccount.text(account.ask(action, parameters), "Code")).isEqualTo(code);
        assertThat(account.ask("DescribeRouteTables", "").body().replaceAll("<requestId>.*</requestId>", ""))
                .isEqualTo(before);
    }

    /** VPN-ROUTE-29, and what a route must name. */
    @ParameterizedTest
    @CsvSource({
        "DestinationCidrBlock=10.1.2.0/24 GatewayId=IGW, InvalidParameterValue",
        "DestinationCidrBlock=10.1.0.0/16 GatewayId=IGW, RouteAlreadyExists",
        "DestinationCidrBlock=0.0.0.0/33 GatewayId=IGW, InvalidParameterValue",
        "DestinationCidrBlock=0.0.0.0/0, MissingParameter",
        "GatewayId=IGW, MissingParameter",
        "DestinationCidrBlock=0.0.0.0/0 GatewayId=igw-0, InvalidGatewayID.NotFound",
        "DestinationCidrBlock=0.0.0.0/0 InstanceId=i-0, InvalidInstanceID.NotFound",
        "DestinationCidrBlock=0.0.0.0/0 GatewayId=IGW InstanceId=i-0, InvalidParameterCombination",
        "DestinationCidrBlock=0.0.0.0/0 DestinationIpv6CidrBlock=::/0 GatewayId=IGW, InvalidParameterCombination",
        "DestinationIpv6CidrBlock=2001:db8::1/64 GatewayId=IGW, InvalidParameterValue"
    })
    void refusesRoutes(String parameters, String code) {
        refused("CreateRoute", "RouteTableId=" + main + " " + parameters.replace("IGW", igw), code);
    }

    @Test
    void aGatewayThatIsElsewhereIsNoTarget() {
        account.ask("DetachInternetGateway", "InternetGatewayId=" + igw + " VpcId=" + vpc);
        refused(
                "CreateRoute",
                "RouteTableId=" + main + " DestinationCidrBlock=0.0.0.0/0 GatewayId=" + igw,
                "InvalidParameterValue");
    }

    /** VPN-API-14: each filter finds the table that has such a route or association, and no other. */
    @ParameterizedTest
    @CsvSource({
        "route.destination-cidr-block, 0.0.0.0/0",
        "route.destination-ipv6-cidr-block, 2001:db8::/32",
        "route.gateway-id, IGW",
        "route.origin, CreateRoute",
        "association.subnet-id, SUBNET",
        "association.main, false"
    })
    void filtersFindTheTable(String filter, String value) {
        String table = account.make("CreateRouteTable", "VpcId=" + vpc, "routeTableId");
        String subnet = account.make("CreateSubnet", "CidrBlock=10.1.1.0/24 VpcId=" + vpc, "subnetId");
        account.ask("AssociateRouteTable", "SubnetId=" + subnet + " RouteTableId=" + table);
        account.ask("CreateRoute", "RouteTableId=" + table + " DestinationCidrBlock=0.0.0.0/0 GatewayId=" + igw);
        account.ask(
                "CreateRoute", "RouteTableId=" + table + " DestinationIpv6CidrBlock=2001:db8::/32 GatewayId=" + igw);
        String wanted = value.replace("IGW", igw).replace("SUBNET", subnet);
        QueryResponse found =
                account.ask("DescribeRouteTables", "Filter.1.Name=" + filter + " Filter.1.Value.1=" + wanted);
        assertThat(found.body()).contains(table).doesNotContain(main);
    }

    @ParameterizedTest
    @CsvSource({
        "CreateSubnet, CidrBlock=10.1.1.0/24 VpcId=VPC",
        "CreateRouteTable, VpcId=VPC",
        "DescribeVpcs, VpcId.1=VPC"
    })
    void aVpcThatHoldsSomethingIsNotDeleted(String action, String parameters) {
        assertThat(account.ask(action, parameters.replace("VPC", vpc)).status()).isEqualTo(200);
        if (!action.startsWith("Describe")) {
            account.ask("DetachInternetGateway", "InternetGatewayId=" + igw + " VpcId=" + vpc);
        }
        refused("DeleteVpc", "VpcId=" + vpc, "DependencyViolation");
    }

    @Test
    void anEmptyVpcIsDeletedWithItsMainTable() {
        account.ask("DetachInternetGateway", "InternetGatewayId=" + igw + " VpcId=" + vpc);
        assertThat(account.ask("DeleteVpc", "VpcId=" + vpc).status()).isEqualTo(200);
        assertThat(account.ask("DescribeRouteTables", "").body()).doesNotContain(main);
    }

    /** VPN-ROUTE-35, VPN-ROUTE-29: a further block comes with its local route, and goes with it. */
    @Test
    void aFurtherBlockComesAndGoes() {
        String id = account.make("AssociateVpcCidrBlock", "CidrBlock=10.2.0.0/16 VpcId=" + vpc, "associationId");
        assertThat(account.ask("DescribeRouteTables", "").body()).contains("10.2.0.0/16");
        String subnet = account.make("CreateSubnet", "CidrBlock=10.2.1.0/24 VpcId=" + vpc, "subnetId");
        refused("DisassociateVpcCidrBlock", "AssociationId=" + id, "InvalidCidrBlock.InUse");
        account.ask("DeleteSubnet", "SubnetId=" + subnet);
        assertThat(account.ask("DisassociateVpcCidrBlock", "AssociationId=" + id)
                        .status())
                .isEqualTo(200);
        assertThat(account.ask("DescribeRouteTables", "").body()).doesNotContain("10.2.0.0/16");
    }

    @Test
    void thePrimaryBlockStays() {
        String id = account.make("DescribeVpcs", "", "associationId");
        refused("DisassociateVpcCidrBlock", "AssociationId=" + id, "OperationNotPermitted");
    }

    @Test
    void anIpv6BlockHasALocalRoute() {
        assertThat(account.ask("AssociateVpcCidrBlock", "AmazonProvidedIpv6CidrBlock=true VpcId=" + vpc)
                        .status())
                .isEqualTo(200);
        assertThat(account.ask("DescribeRouteTables", "").body())
                .contains("<destinationIpv6CidrBlock>2001:db8:1000::/56</destinationIpv6CidrBlock>");
    }

    @Test
    void zonesAreThoseOfTheRegion() {
        assertThat(account.ask("DescribeAvailabilityZones", "").body())
                .contains("us-east-1a", "us-east-1b", "us-east-1c")
                .doesNotContain("eu-west-1a");
        refused(
                "CreateSubnet",
                "CidrBlock=10.1.1.0/24 AvailabilityZone=eu-west-1a VpcId=" + vpc,
                "InvalidParameterValue");
        assertThat(account.ask("DescribeRegions", "").body()).contains("us-east-1", "eu-west-1");
    }
}
