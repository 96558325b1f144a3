package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnState;

/** How many VPN connections a region may have. */
public final class QuotaSteps {
    private final World world;
    private final Stage stage;

    public QuotaSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** Each with the same customer gateways, so that these stay within a quota of their own. */
    @Given("{int} virtual private gateways with {int} VPN connections each")
    public void fullGateways(int gateways, int connections) {
        List<String> customerGateways = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            stage.customerGateway();
            customerGateways.add(world.customerGatewayId());
        }
        for (int i = 0; i < gateways; i++) {
            stage.vpnGateway();
            for (String customerGateway : customerGateways) {
                world.customerGatewayId(customerGateway);
                stage.connection(false);
            }
        }
    }

    private List<VpnConnection> all() {
        return world.ec2().describeVpnConnections().vpnConnections().stream()
                .filter(c -> c.state() != VpnState.DELETED)
                .toList();
    }

    @Then("there are {int} VPN connections, and room for one more when one is deleted")
    public void thereIsRoomForOneMore(int count) {
        assertThat(all()).as("VPN connections").hasSize(count);
        String last = world.vpnConnectionId().orElseThrow();
        world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(last));
        stage.awaitDeletedConnection();
        stage.connection(false);
        assertThat(all()).as("VPN connections").hasSize(count);
    }
}
