package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** Route tables, the main one among them, and the subnets that they serve. */
public final class RouteTableSteps {
    private final World world;
    private final VpcParts parts;
    private String oldAssociation;
    private String newAssociation;

    public RouteTableSteps(World world, VpcParts parts) {
        this.world = world;
        this.parts = parts;
    }

    @Given("a VPC {word} with the route tables {word} and {word}")
    public void aVpcWithTables(String cidr, String one, String other) {
        parts.vpc(cidr);
        parts.table(one);
        parts.table(other);
    }

    @Given("the subnet {word}, which has no association")
    public void aSubnet(String cidr) {
        parts.subnet(cidr);
    }

    @Given("the subnet {word}, which is associated with route table {word}")
    public void anAssociatedSubnet(String cidr, String table) {
        parts.subnet(cidr);
        associate(cidr, table);
    }

    @Given("a VPC with {int} route tables beside the main one")
    public void aVpcWithManyTables(int count) {
        parts.vpc("10.0.0.0/16");
        for (int i = 0; i < count; i++) {
            parts.table("table " + i);
        }
    }

    private void associate(String subnet, String table) {
        world.ec2().associateRouteTable(r -> r.subnetId(parts.id(subnet)).routeTableId(parts.id(table)));
    }

    @When("route table {word} is created")
    public void isCreated(String name) {
        world.attempt(() -> parts.table(name));
    }

    @When("subnet {word} is associated with route table {word}")
    public void isAssociated(String subnet, String table) {
        world.attempt(() -> associate(subnet, table));
    }

    @When("the subnets {word} and {word} are associated with route table {word}")
    public void areAssociated(String one, String other, String table) {
        associate(one, table);
        associate(other, table);
    }

    @When("the association of subnet {word} is replaced by one with route table {word}")
    public void isReplaced(String subnet, String table) {
        replace(subnet, table);
    }

    @When("route table {word} is made the main one")
    public void isMadeMain(String table) {
        replace("main", table);
    }

    private void replace(String what, String table) {
        oldAssociation = parts.association(what);
        newAssociation = world.ec2()
                .replaceRouteTableAssociation(
                        r -> r.associationId(oldAssociation).routeTableId(parts.id(table)))
                .newAssociationId();
    }

    @When("the association of subnet {word} is ended")
    public void isEnded(String subnet) {
        end(subnet);
    }

    private void end(String subnet) {
        String association = parts.association(subnet);
        world.ec2().disassociateRouteTable(r -> r.associationId(association));
    }

    @When("route table {word} is deleted")
    public void isDeleted(String table) {
        world.attempt(() -> delete(table));
    }

    private void delete(String table) {
        world.ec2().deleteRouteTable(r -> r.routeTableId(parts.id(table)));
    }

    @Then("the VPC has {int} route table(s)")
    public void hasTables(int count) {
        assertThat(parts.tables()).as("route tables of the VPC").hasSize(count);
    }

    @Then("the filter association.main finds exactly route table {word}")
    public void theFilterFinds(String table) {
        List<RouteTable> found = world.ec2()
                .describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build(),
                        Filter.builder().name("association.main").values("true").build()))
                .routeTables();
        assertThat(found)
                .as("route tables that are main")
                .extracting(RouteTable::routeTableId)
                .containsExactly(parts.id(table));
    }

    @Then("route table {word} has one association, the main one, which names no subnet")
    public void hasTheMainAssociation(String table) {
        List<RouteTableAssociation> associations = parts.tableNow(table).associations();
        assertThat(associations).as("associations").hasSize(1);
        assertThat(associations.get(0).main()).as("main").isTrue();
        assertThat(associations.get(0).subnetId()).as("subnetId").isNull();
    }

    @Then("route table {word} has no association")
    public void hasNoAssociation(String table) {
        assertThat(parts.tableNow(table).associations()).as("associations").isEmpty();
    }

    @Then("route table {word} is associated with exactly the subnets {}")
    public void servesExactly(String table, String subnets) {
        assertThat(parts.subnetsOf(table))
                .as("subnets associated with route table %s", table)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(subnets.split(" and ")));
    }

    @Then("subnet {word} is served by route table {word}")
    public void isServedBy(String subnet, String table) {
        assertThat(parts.tableServing(subnet))
                .as("the route table of subnet %s", subnet)
                .isEqualTo(table);
    }

    @Then("route table {word} is the only main one")
    public void isTheOnlyMain(String table) {
        assertThat(parts.tables().stream().filter(VpcParts::isMain))
                .as("main route tables")
                .extracting(RouteTable::routeTableId)
                .containsExactly(parts.id(table));
    }

    @Then("the answer has the id of the association that is there now")
    public void theAnswerHasTheId() {
        assertThat(newAssociation).as("newAssociationId").isNotEqualTo(oldAssociation);
        assertThat(parts.tables().stream().flatMap(t -> t.associations().stream()))
                .as("associations")
                .extracting(RouteTableAssociation::routeTableAssociationId)
                .contains(newAssociation)
                .doesNotContain(oldAssociation);
    }

    @Then("route table {word} still exists")
    public void stillExists(String table) {
        assertThat(parts.tables())
                .as("route tables")
                .extracting(RouteTable::routeTableId)
                .contains(parts.id(table));
    }

    @Then("route table {word} can be deleted once the association of subnet {word} is ended")
    public void canBeDeleted(String table, String subnet) {
        end(subnet);
        delete(table);
        assertThat(parts.tables())
                .as("route tables")
                .extracting(RouteTable::routeTableId)
                .doesNotContain(parts.id(table));
    }
}
