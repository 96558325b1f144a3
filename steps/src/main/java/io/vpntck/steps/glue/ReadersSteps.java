package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** The native document as the tools read it that are known to: Terraform's AWS provider, and Batfish. */
public final class ReadersSteps {
    private static final List<String> OF_EVERY_TUNNEL = List.of(
            "customer_gateway/tunnel_outside_address/ip_address",
            "customer_gateway/tunnel_inside_address/ip_address",
            "customer_gateway/tunnel_inside_address/network_mask",
            "customer_gateway/tunnel_inside_address/network_cidr",
            "vpn_gateway/tunnel_outside_address/ip_address",
            "vpn_gateway/tunnel_inside_address/ip_address",
            "vpn_gateway/tunnel_inside_address/network_mask",
            "vpn_gateway/tunnel_inside_address/network_cidr",
            "ike/authentication_protocol",
            "ike/encryption_protocol",
            "ike/lifetime",
            "ike/perfect_forward_secrecy",
            "ike/mode",
            "ike/pre_shared_key",
            "ipsec/protocol",
            "ipsec/authentication_protocol",
            "ipsec/encryption_protocol",
            "ipsec/lifetime",
            "ipsec/perfect_forward_secrecy",
            "ipsec/mode",
            "ipsec/clear_df_bit",
            "ipsec/fragmentation_before_encryption",
            "ipsec/tcp_mss_adjustment",
            "ipsec/dead_peer_detection/interval",
            "ipsec/dead_peer_detection/retries");
    private static final List<String> OF_DYNAMIC_TUNNELS = List.of(
            "customer_gateway/bgp/asn",
            "customer_gateway/bgp/hold_time",
            "vpn_gateway/bgp/asn",
            "vpn_gateway/bgp/hold_time");

    private final Stage stage;

    public ReadersSteps(Stage stage) {
        this.stage = stage;
    }

    private Configuration configuration() {
        return Configuration.of(stage.connection());
    }

    @When(
            "a {word} VPN connection is created, with {word} and {word} for tunnel 1 and with {word} and {word} for tunnel 2")
    public void isCreated(String routing, String cidr1, String key1, String cidr2, String key2) {
        stage.connection(routing.equals("static"), options(cidr1, key1), options(cidr2, key2));
    }

    private static VpnTunnelOptionsSpecification options(String cidr, String key) {
        return VpnTunnelOptionsSpecification.builder()
                .tunnelInsideCidr(cidr)
                .preSharedKey(key)
                .build();
    }

    @Then("both have every element of a {word} configuration, with a value")
    public void haveEveryElement(String routing) {
        List<String> paths = new ArrayList<>(OF_EVERY_TUNNEL);
        if (routing.equals("dynamic")) {
            paths.addAll(OF_DYNAMIC_TUNNELS);
        }
        Configuration configuration = configuration();
        assertThat(paths)
                .allSatisfy(path ->
                        assertThat(configuration.at(path)).as(path).hasSize(2).noneMatch(String::isBlank));
    }

    @Then("Terraform's reader finds the outside addresses of the telemetry, each with one of these:")
    public void terraformFinds(DataTable expected) {
        TerraformReading reading = TerraformReading.of(stage.connection().customerGatewayConfiguration());
        assertThat(reading.tunnels())
                .as("outside addresses")
                .extracting(TerraformReading.Tunnel::address)
                .containsExactlyElementsOf(stage.connection().vgwTelemetry().stream()
                        .map(VgwTelemetry::outsideIpAddress)
                        .sorted()
                        .toList());
        assertThat(reading.tunnels())
                .as("tunnels")
                .extracting(TerraformReading.Tunnel::fields)
                .containsExactlyInAnyOrderElementsOf(expected.asMaps());
    }

    @Then("it finds the same when the tunnels change places in the document")
    public void theOrderDoesNotMatter() {
        String document = stage.connection().customerGatewayConfiguration();
        int first = document.indexOf("<ipsec_tunnel>");
        int second = document.indexOf("<ipsec_tunnel>", first + 1);
        int end = document.lastIndexOf("</ipsec_tunnel>") + "</ipsec_tunnel>".length();
        String turned = document.substring(0, first)
                + document.substring(second, end)
                + document.substring(first, second)
                + document.substring(end);
        assertThat(turned).as("the tunnels change places").isNotEqualTo(document);
        assertThat(TerraformReading.of(turned)).isEqualTo(TerraformReading.of(document));
    }

    @Then("Batfish's reader finds these values in both tunnels:")
    public void batfishFinds(Map<String, String> expected) {
        Configuration configuration = configuration();
        assertThat(expected)
                .allSatisfy((path, value) ->
                        assertThat(configuration.at(path)).as(path).containsExactly(value, value));
    }

    @Then("Batfish's reader takes its routing for {word}")
    public void batfishTakesTheRoutingFor(String routing) {
        assertThat(configuration().attributes().stream().anyMatch(attribute -> attribute.contains("NoBGP")))
                .as("NoBGP in vpn_connection_attributes")
                .isEqualTo(routing.equals("static"));
    }
}
