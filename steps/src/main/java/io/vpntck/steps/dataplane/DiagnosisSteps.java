package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Migration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Map;

/** Set-ups with one thing that is not in order, and whether the kit names it. */
public final class DiagnosisSteps {
    private final World world;
    private final Stage stage;
    private final Migration migration;
    private final ConnectionCheck check;
    private LanHost.Ping ping;

    public DiagnosisSteps(World world, Stage stage, Migration migration, ConnectionCheck check) {
        this.world = world;
        this.stage = stage;
        this.migration = migration;
        this.check = check;
    }

    private String document() {
        return stage.connection().customerGatewayConfiguration();
    }

    @Given("the gateway is configured from the downloaded document, but for {}, and started")
    public void theGatewayIsConfiguredBut(String what) {
        DocumentEdits edits = new DocumentEdits(document());
        DocumentEdits edited =
                switch (what) {
                    case "another pre-shared key" -> edits.with(0, "ike", "pre_shared_key", "another.pre_shared.key");
                    case "AES-192 in phase 2" -> edits.algorithms(0, 2, Map.of("encryption", "AES-192"));
                    case "nothing" -> edits;
                    default -> throw new IllegalArgumentException("no such edit: " + what);
                };
        stage.configureAndStart(edited.document());
    }

    @Given("on the connection's way, {}")
    public void somethingIsWrong(String what) {
        switch (what) {
            case "nothing is wrong" -> world.log("all is as it should be");
            case "a firewall drops ESP" -> world.testbed().wire().drop(DiagnosisSteps::isEsp, 0);
            case "the static route is deleted" -> stage.removeStaticRoute();
            case "propagation is disabled" -> migration.disablePropagation(world.vpnGatewayId());
            case "the virtual private gateway is detached" -> migration.detach(world.vpnGatewayId());
            default -> throw new IllegalArgumentException("no such disorder: " + what);
        }
    }

    private static boolean isEsp(CapturedPacket packet) {
        return packet.packet().length() > 9 && packet.packet().at(9) == Ipv4Packet.ESP;
    }

    @When("the LAN host pings the host in the VPC for {int} s")
    public void theLanHostPings(int seconds) {
        ping = world.testbed()
                .gateway()
                .lanHost()
                .ping(Ipv4Address.of(world.vpcHost()), seconds, Duration.ofSeconds(1));
        world.testbed().pass(Duration.ofSeconds(seconds + 2L));
        ping.stop();
    }

    @Then("none of these pings is answered")
    public void noneIsAnswered() {
        assertThat(ping.sent()).as("pings sent").isPositive();
        assertThat(ping.received()).as("pings answered").isZero();
    }

    @Then("pings are answered")
    public void someAreAnswered() {
        assertThat(ping.received()).as("pings answered").isPositive();
    }

    @Then("the kit's diagnosis names {} first")
    public void theDiagnosisNames(String layer) {
        assertThat(check.diagnosis().first().word())
                .as("first layer that is not in order")
                .isEqualTo(layer);
    }
}
