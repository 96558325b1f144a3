package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** VPCs, their blocks and their subnets. */
public final class VpcSteps {
    private final World world;
    private final VpcParts parts;

    public VpcSteps(World world, VpcParts parts) {
        this.world = world;
        this.parts = parts;
    }

    @Given("an account with {int} VPCs")
    public void anAccountWithVpcs(int count) {
        for (int i = 0; i < count; i++) {
            parts.vpc("10." + i + ".0.0/16");
        }
    }

    @Given("a VPC {word} with the subnet {word}")
    public void aVpcWithASubnet(String cidr, String subnet) {
        parts.vpc(cidr);
        parts.subnet(subnet);
    }

    @Given("a VPC 10.0.0.0\\/16 with {int} subnets of \\/24")
    public void aVpcWithSubnets(int count) {
        parts.vpc("10.0.0.0/16");
        for (int i = 0; i < count; i++) {
            parts.subnet("10.0." + i + ".0/24");
        }
    }

    @Given("a VPC {word} whose main route table leads {word} to a virtual private gateway")
    public void aVpcWithARoute(String cidr, String destination) {
        parts.vpc(cidr);
        parts.vpnGateway();
        world.ec2().createRoute(r -> r.routeTableId(parts.id("main"))
                .destinationCidrBlock(destination)
                .gatewayId(world.vpnGatewayId()));
    }

    @Given("the VPC has the blocks {word}, {word}, {word} and {word} as well")
    public void theVpcHasMoreBlocks(String one, String two, String three, String four) {
        List.of(one, two, three, four).forEach(this::associate);
    }

    private void associate(String cidr) {
        world.ec2().associateVpcCidrBlock(r -> r.vpcId(world.vpcId()).cidrBlock(cidr));
    }

    @When("a VPC {word} is created")
    public void aVpcIsCreated(String cidr) {
        world.attempt(() -> parts.vpc(cidr));
    }

    @When("the subnet {word} is created")
    public void aSubnetIsCreated(String cidr) {
        world.attempt(() -> parts.subnet(cidr));
    }

    @When("the block {word} is added to the VPC")
    public void aBlockIsAdded(String cidr) {
        world.attempt(() -> associate(cidr));
    }

    @Then("DescribeVpcs shows exactly the VPCs {word}")
    public void showsVpcs(String cidrs) {
        assertThat(world.ec2().describeVpcs().vpcs())
                .as("VPCs")
                .extracting(Vpc::cidrBlock)
                .containsExactlyElementsOf(Arrays.asList(cidrs.split(",")));
    }

    @Then("DescribeVpcs shows no VPC")
    public void showsNoVpc() {
        assertThat(world.ec2().describeVpcs().vpcs()).as("VPCs").isEmpty();
    }

    @Then("there are {int} VPCs")
    public void thereAreVpcs(int count) {
        assertThat(world.ec2().describeVpcs().vpcs()).as("VPCs").hasSize(count);
    }

    @Then("the VPC has exactly the subnets {}")
    public void hasSubnets(String cidrs) {
        assertThat(subnets())
                .as("subnets")
                .extracting(Subnet::cidrBlock)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(cidrs.split(" and ")));
    }

    @Then("the VPC has {int} subnets")
    public void hasSubnets(int count) {
        assertThat(subnets()).as("subnets").hasSize(count);
    }

    private List<Subnet> subnets() {
        return world.ec2()
                .describeSubnets(r -> r.filters(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build()))
                .subnets();
    }

    @Then("the VPC has exactly the blocks {}, all associated within {int} s")
    public void hasBlocks(String cidrs, int seconds) {
        world.testbed().await(Duration.ofSeconds(seconds), () -> blocks().stream()
                .allMatch(b -> b.cidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED));
        assertThat(blocks())
                .as("blocks of the VPC")
                .extracting(b -> b.cidrBlock() + " " + b.cidrBlockState().stateAsString())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(cidrs.split(" and "))
                        .map(cidr -> cidr + " associated")
                        .toList());
    }

    @Then("the VPC has {int} blocks")
    public void hasBlocks(int count) {
        assertThat(blocks()).as("blocks of the VPC").hasSize(count);
    }

    private List<VpcCidrBlockAssociation> blocks() {
        return world.ec2()
                .describeVpcs(r -> r.vpcIds(world.vpcId()))
                .vpcs()
                .get(0)
                .cidrBlockAssociationSet();
    }
}
