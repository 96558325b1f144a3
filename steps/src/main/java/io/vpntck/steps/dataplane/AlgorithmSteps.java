package io.vpntck.steps.dataplane;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Gateways that are told other algorithms than the downloaded document has. */
public final class AlgorithmSteps {
    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;

    public AlgorithmSteps(World world, Stage stage, Tunnels tunnels) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
    }

    /** Columns: tunnel (1, 2 or both), phase, encryption, hash, group; an empty cell leaves what AWS has written. */
    @Given("the gateway is configured with these algorithms and started:")
    public void theGatewayIsConfiguredWith(List<Map<String, String>> rows) {
        DocumentEdits edits = new DocumentEdits(stage.connection().customerGatewayConfiguration());
        for (Map<String, String> row : rows) {
            int tunnel = row.get("tunnel").equals("both") ? 0 : Integer.parseInt(row.get("tunnel"));
            edits = edits.algorithms(tunnel, Integer.parseInt(row.get("phase")), row);
        }
        stage.configureAndStart(edits.document());
    }

    @When("the LAN host pings through tunnel {int} until an answer comes, for at most {int} s")
    public void theLanHostPingsOneInsideAddress(int tunnel, int seconds) {
        raise(tunnel, seconds);
    }

    /** Pings the inside address of a tunnel once a second until it has answered; says whether it did. */
    boolean raise(int tunnel, int seconds) {
        LanHost.Ping ping = world.testbed()
                .gateway()
                .lanHost()
                .ping(tunnels.inside().get(tunnel - 1), seconds, Duration.ofSeconds(1));
        boolean answered = world.testbed().await(Duration.ofSeconds(seconds), () -> ping.received() > 0);
        ping.stop();
        return answered;
    }

    @When("the gateway is configured from the downloaded document, and the LAN host pings for at most {int} s")
    public void theGatewayIsConfiguredAsDownloaded(int seconds) {
        stage.configureAndStart(stage.connection().customerGatewayConfiguration());
        tunnels.raise(Duration.ofSeconds(seconds));
    }
}
