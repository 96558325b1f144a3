package io.vpntck.reference.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The route tables of a region and which subnets they serve; their routes are in {@link Routes}.
 *
 * <p>Each VPC has a main table, marked by an association without a subnet; a subnet that has no association follows it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html">Amazon VPC User Guide, "Route
 *     Tables" (2018-09)</a>
 */
public final class RouteTables {
    private static final String TABLE = "RouteTableId";
    private static final String ASSOCIATION = "AssociationId";

    private final Network network;
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private final Map<String, RouteTable> tables = new LinkedHashMap<>();
    private final Map<String, RouteTableAssociation> associations = new LinkedHashMap<>();

    RouteTables(Network network, Enforcement rules, UnaryOperator<String> newId) {
        this.network = network;
        this.rules = rules;
        this.newId = newId;
    }

    void createMain(String vpcId) {
        RouteTable table = add(vpcId);
        associate(new RouteTableAssociation(newId.apply("rtbassoc"), table.id(), Optional.empty()));
    }

    public RouteTable create(String vpcId) {
        network.vpcs().get(vpcId);
        rules.demand(
                of(vpcId).size() < Quotas.ROUTE_TABLES_OF_A_VPC,
                ControlPlaneFault.UNLIMITED_ROUTE_TABLES,
                () -> Quotas.exceeded("RouteTableLimitExceeded", "VpcId", vpcId, Quotas.ROUTE_TABLES_OF_A_VPC));
        return add(vpcId);
    }

    private RouteTable add(String vpcId) {
        RouteTable table = new RouteTable(newId.apply("rtb"), vpcId);
        tables.put(table.id(), table);
        return table;
    }

    private RouteTableAssociation associate(RouteTableAssociation association) {
        associations.put(association.id(), association);
        return association;
    }

    public List<RouteTable> all() {
        return List.copyOf(tables.values());
    }

    public RouteTable get(String id) {
        return AwsRegion.found(tables.get(id), "InvalidRouteTableID.NotFound", TABLE, id);
    }

    public List<RouteTable> of(String vpcId) {
        return tables.values().stream().filter(t -> t.vpcId().equals(vpcId)).toList();
    }

    public List<RouteTableAssociation> associations(RouteTable table) {
        return associations.values().stream()
                .filter(a -> a.tableId().equals(table.id()))
                .toList();
    }

    boolean isMain(RouteTable table) {
        return associations(table).stream().anyMatch(RouteTableAssociation::main);
    }

    /** The table that decides for this subnet; for packets from elsewhere in the VPC, the main one. */
    RouteTable serving(String vpcId, Optional<Subnet> subnet) {
        return subnet.flatMap(s -> associationOf(s.id()))
                .map(a -> tables.get(a.tableId()))
                .orElseGet(() ->
                        of(vpcId).stream().filter(this::isMain).findFirst().orElseThrow());
    }

    private Optional<RouteTableAssociation> associationOf(String subnetId) {
        return associations.values().stream()
                .filter(a -> a.subnetId().equals(Optional.of(subnetId)))
                .findFirst();
    }

    public void delete(String id) {
        RouteTable table = get(id);
        rules.demand(
                !isMain(table),
                ControlPlaneFault.DELETES_MAIN_TABLE,
                () -> new Rejection("DependencyViolation", TABLE, id, "it is the main route table of its VPC"));
        rules.demand(
                associations(table).stream().allMatch(RouteTableAssociation::main),
                ControlPlaneFault.DELETES_ASSOCIATED_TABLE,
                () -> new Rejection("DependencyViolation", TABLE, id, "a subnet is associated with it"));
        rules.beforeChange();
        tables.remove(id);
        associations.values().removeIf(a -> a.tableId().equals(id));
    }

    /** Associates a subnet with a table; again with the same one, it changes nothing. */
    public RouteTableAssociation associate(String tableId, String subnetId) {
        RouteTable table = get(tableId);
        Subnet subnet = network.subnets().get(subnetId);
        sameVpc(table, subnet);
        Optional<RouteTableAssociation> old = associationOf(subnetId);
        if (old.filter(a -> a.tableId().equals(tableId)).isPresent()) {
            return old.get();
        }
        rules.demand(
                old.isEmpty(),
                ControlPlaneFault.MOVES_ASSOCIATED_SUBNET,
                () -> new Rejection(
                        "Resource.AlreadyAssociated",
                        "SubnetId",
                        subnetId,
                        "it has an association with another table"));
        rules.beforeChange();
        old.ifPresent(a -> associations.remove(a.id()));
        if (rules.commits(ControlPlaneFault.SERVES_ONE_SUBNET)) {
            associations.values().removeIf(a -> a.tableId().equals(tableId) && !a.main());
        }
        return associate(new RouteTableAssociation(newId.apply("rtbassoc"), tableId, Optional.of(subnetId)));
    }

    private static void sameVpc(RouteTable table, Subnet subnet) {
        if (!table.vpcId().equals(subnet.vpcId())) {
            throw Rejection.ofValue("SubnetId", subnet.id(), "it is in another VPC than the route table")
                    .exception();
        }
    }

    /** Ends the association of a subnet, which then follows the main table. */
    public void disassociate(String associationId) {
        RouteTableAssociation association = association(associationId);
        if (association.main()) {
            throw Rejection.ofValue(ASSOCIATION, associationId, "the main association can be replaced only")
                    .exception();
        }
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_ASSOCIATION)) {
            associations.remove(associationId);
        }
    }

    /**
     * Moves a subnet to another table of its VPC; with the main association, makes another table the main one.
     *
     * @return the association that is now in its place
     */
    public RouteTableAssociation replace(String associationId, String tableId) {
        RouteTableAssociation old = association(associationId);
        RouteTable table = get(tableId);
        RouteTable before = get(old.tableId());
        if (!table.vpcId().equals(before.vpcId())) {
            throw Rejection.ofValue(TABLE, tableId, "it is in another VPC").exception();
        }
        RouteTableAssociation fresh = new RouteTableAssociation(newId.apply("rtbassoc"), tableId, old.subnetId());
        if (old.main() && rules.commits(ControlPlaneFault.KEEPS_MAIN_TABLE)) {
            return fresh;
        }
        if (!old.main() && rules.commits(ControlPlaneFault.KEEPS_REPLACED_ASSOCIATION)) {
            return old;
        }
        associations.remove(associationId);
        if (old.main() && rules.commits(ControlPlaneFault.MAIN_TAKES_SUBNETS_ALONG)) {
            associations.values().removeIf(a -> a.tableId().equals(before.id()));
        }
        return associate(fresh);
    }

    private RouteTableAssociation association(String id) {
        return AwsRegion.found(associations.get(id), "InvalidAssociationID.NotFound", ASSOCIATION, id);
    }

    /** The subnet is gone. */
    void forget(String subnetId) {
        associations.values().removeIf(a -> a.subnetId().equals(Optional.of(subnetId)));
    }

    /** The VPC is gone. */
    void forgetVpc(String vpcId) {
        var gone = of(vpcId).stream().map(RouteTable::id).collect(Collectors.toSet());
        tables.keySet().removeAll(gone);
        associations.values().removeIf(a -> gone.contains(a.tableId()));
    }
}
