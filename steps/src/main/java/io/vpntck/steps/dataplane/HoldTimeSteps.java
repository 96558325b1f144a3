package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.bgp.KeepaliveMessage;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.util.List;

/** Gateways that offer another hold time than the downloaded document has. */
public final class HoldTimeSteps {
    /** RFC 4271, section 6.2. */
    private static final int OPEN_ERROR = 2;

    private static final int UNACCEPTABLE_HOLD_TIME = 6;

    private final World world;
    private final Stage stage;
    private final Peerings peerings;

    public HoldTimeSteps(World world, Stage stage, Peerings peerings) {
        this.world = world;
        this.stage = stage;
        this.peerings = peerings;
    }

    @Given("the gateway is configured from the downloaded document, in which its hold time is {int} s, and started")
    public void isConfiguredWith(int seconds) {
        stage.configureAndStart(new DocumentEdits(stage.connection().customerGatewayConfiguration())
                .with(0, "customer_gateway", "hold_time", Integer.toString(seconds))
                .document());
    }

    @Then(
            "the AWS side has held each session ever since, or has refused it with NOTIFICATION 2\\/6, as the report says")
    public void heldOrRefused() {
        for (int tunnel : Peerings.BOTH) {
            List<NotificationMessage> refusals = peerings.fromAws(tunnel, NotificationMessage.class);
            world.log("the hold time that the gateway offers on tunnel " + tunnel + ": " + reaction(tunnel, refusals));
            assertThat(refusals)
                    .as("NOTIFICATION messages of the AWS side, tunnel %d", tunnel)
                    .allMatch(n -> n.code() == OPEN_ERROR && n.subcode() == UNACCEPTABLE_HOLD_TIME, "2/6");
            if (refusals.isEmpty()) {
                assertThat(peerings.established(tunnel))
                        .as("a session through tunnel %d", tunnel)
                        .isPresent();
                assertThat(peerings.fromAws(tunnel, OpenMessage.class))
                        .as("OPEN of the AWS side, tunnel %d", tunnel)
                        .hasSize(1);
            }
        }
    }

    private String reaction(int tunnel, List<NotificationMessage> refusals) {
        return refusals.isEmpty()
                ? "a session, with "
                        + peerings.fromAws(tunnel, KeepaliveMessage.class).size() + " KEEPALIVEs of the AWS side"
                : "refused, " + refusals.get(0);
    }
}
