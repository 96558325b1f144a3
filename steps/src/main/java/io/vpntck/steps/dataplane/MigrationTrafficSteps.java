package io.vpntck.steps.dataplane;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.Migration;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** The steps of a migration, in the order that the documents give or in another, under traffic. */
public final class MigrationTrafficSteps {
    static final String BEFORE = "before";
    static final String NO_PROPAGATION = "propagation is disabled";
    static final String NO_ATTACHMENT = "the old virtual private gateway is detached";
    static final String LAST = "the last of them";

    private static final Duration PART = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final World world;
    private final Migration migration;
    private final Tunnels tunnels;
    private final LanTraffic traffic;
    private final Outage outage;

    public MigrationTrafficSteps(World world, Migration migration, Tunnels tunnels, LanTraffic traffic, Outage outage) {
        this.world = world;
        this.migration = migration;
        this.tunnels = tunnels;
        this.traffic = traffic;
        this.outage = outage;
    }

    @Given("an AWS Classic VPN connection between that VPC and the gateway under test, with {word} routes")
    public void aClassicConnection(String routes) {
        migration.oldGateway();
        migration.attach(migration.oldGatewayId());
        migration.oldConnectionToTheLan(true);
        if (routes.equals("propagated")) {
            migration.enablePropagation(migration.oldGatewayId());
        } else {
            migration.enterRoute(migration.oldGatewayId());
        }
    }

    private void prepare() {
        migration.newGateway();
        migration.newConnectionToTheLan();
        migration.serve(migration.oldConnection());
    }

    private void release(String gateway) {
        migration.disablePropagation(gateway);
        migration.detach(gateway);
    }

    private void moveVpc(String from, String to) {
        release(from);
        migration.attach(to);
        migration.leadTheLanTo(to);
    }

    @Given("a new connection is ready, and the old virtual private gateway has lost its routes and its VPC")
    public void theOldGatewayHasLostAll() {
        prepare();
        outage.begins(world.testbed().now());
        release(migration.oldGatewayId());
    }

    @Given("a new connection is ready, and the VPC has been moved to it")
    public void theVpcHasBeenMoved() {
        prepare();
        moveVpc(migration.oldGatewayId(), migration.newGatewayId());
    }

    @Given("a new connection is ready, and the VPC and the gateway have been moved to it")
    public void bothHaveBeenMoved() {
        theVpcHasBeenMoved();
        goOverToNew();
    }

    private void goOverToNew() {
        migration.goOverTo(migration.newConnectionId());
        raise();
    }

    private void raise() {
        if (!tunnels.raise(LIMIT)) {
            throw new IllegalStateException(
                    "no ping came back through both tunnels within " + LIMIT.toSeconds() + " s");
        }
    }

    @When(
            "the VPC and the gateway are moved to a new connection, and the LAN host pings the host in the VPC {int} times")
    public void bothAreMoved(int pings) {
        bothHaveBeenMoved();
        traffic.pings(pings);
    }

    @When("the VPC and the gateway are moved back, and the LAN host pings the host in the VPC {int} times")
    public void bothAreMovedBack(int pings) {
        moveVpc(migration.newGatewayId(), migration.oldGatewayId());
        migration.goOverTo(migration.oldConnection().vpnConnectionId());
        raise();
        traffic.pings(pings);
    }

    @When("propagation from the old virtual private gateway is disabled")
    public void propagationIsDisabled() {
        migration.disablePropagation(migration.oldGatewayId());
    }

    @When(
            "the LAN host pings the host in the VPC while propagation is disabled and then the virtual private gateway detached")
    public void connectivityEnds() {
        traffic.begin(1000);
        traffic.part(BEFORE, PART);
        migration.disablePropagation(migration.oldGatewayId());
        traffic.part(NO_PROPAGATION, PART);
        migration.detach(migration.oldGatewayId());
        traffic.part(NO_ATTACHMENT, PART);
        traffic.end();
    }

    @When("the LAN host pings the host in the VPC while the new connection gets {}")
    public void connectivityReturns(String order) {
        List<String> changes = List.of(order.split(", "));
        traffic.begin(1000);
        for (String change : changes.subList(0, changes.size() - 1)) {
            change(change);
            traffic.part(change, PART);
        }
        Runnable last = () -> change(changes.get(changes.size() - 1));
        if (traffic.partUntilAnswered(LAST, last, LIMIT)) {
            outage.ends(world.testbed().now());
        }
        traffic.end();
    }

    private void change(String what) {
        switch (what) {
            case "attachment" -> migration.attach(migration.newGatewayId());
            case "routes" -> migration.leadTheLanTo(migration.newGatewayId());
            case "tunnels" -> goOverToNew();
            default -> throw new IllegalArgumentException("no such change: " + what);
        }
    }

    @When("the gateway goes over to the new connection after the host in the VPC has pinged the LAN host for {int} s")
    public void theGatewayGoesOver(int seconds) {
        Ipv4Address lanHost = world.testbed().gateway().lanHost().address();
        world.testbed().lab().pingFromVpcHost(world.vpcId(), Ipv4Address.of(world.vpcHost()), lanHost, seconds);
        world.testbed().pass(Duration.ofSeconds(seconds));
        outage.begins(world.testbed().now());
        migration.goOverTo(migration.newConnectionId());
        tunnels.raise(LIMIT);
    }
}
