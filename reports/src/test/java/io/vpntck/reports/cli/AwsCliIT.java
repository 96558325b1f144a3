package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The AWS CLI of the distribution against {@code vpn-tck serve}: the commands that the documents show, from creation to
 * deletion (VPN-API-30, VPN-CAT-04). What it printed stands in {@code target/aws-cli.txt}.
 */
@Timeout(600)
class AwsCliIT {
    private static final Path TRANSCRIPT = Path.of("target", "aws-cli.txt");

    @TempDir
    Path folder;

    private Process server;
    private AwsCli aws;

    @BeforeAll
    static void beginTheTranscript() throws IOException {
        Files.createDirectories(TRANSCRIPT.getParent());
        Files.deleteIfExists(TRANSCRIPT);
    }

    @BeforeEach
    void serve() throws Exception {
        Path credentials = Files.writeString(folder.resolve("credentials"), "AKIDCLI secret of the CLI\n");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        Path home = Files.createDirectory(folder.resolve("home"));
        aws = AwsCli.require("AwsCliIT", endpoint, home, TRANSCRIPT.toAbsolutePath());
        server = new ProcessBuilder(Command.vpnTckWords(
                        "serve", "--port", Integer.toString(port), "--credentials", credentials.toString()))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).startsWith("Serving the EC2 API on " + endpoint);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.destroy();
            assertThat(server.waitFor(20, TimeUnit.SECONDS))
                    .as("the server ended")
                    .isTrue();
        }
    }

    @Test
    void leadsAConnectionFromCreationToDeletion() throws Exception {
        String vpc = aws.ask("ec2", "create-vpc", "--cidr-block", "10.0.0.0/16")
                .at("/Vpc/VpcId")
                .asText();
        JsonNode gateway = aws.ask("ec2", "create-vpn-gateway", "--type", "ipsec.1", "--amazon-side-asn", "65001");
        String vgw = gateway.at("/VpnGateway/VpnGatewayId").asText();
        assertThat(vgw).startsWith("vgw-");
        JsonNode attachment = aws.ask("ec2", "attach-vpn-gateway", "--vpn-gateway-id", vgw, "--vpc-id", vpc);
        assertThat(attachment.at("/VpcAttachment/VpcId").asText()).isEqualTo(vpc);
        JsonNode described = aws.ask("ec2", "describe-vpn-gateways", "--vpn-gateway-ids", vgw);
        assertThat(described.at("/VpnGateways/0/AmazonSideAsn").asLong()).isEqualTo(65001);
        assertThat(described.at("/VpnGateways/0/VpcAttachments/0/VpcId").asText())
                .isEqualTo(vpc);

        String cgw = aws.ask(
                        "ec2",
                        "create-customer-gateway",
                        "--type",
                        "ipsec.1",
                        "--public-ip",
                        "198.51.100.10",
                        "--bgp-asn",
                        "65000")
                .at("/CustomerGateway/CustomerGatewayId")
                .asText();
        String vpn = connection(vgw, cgw);
        tagsAndRoutes(vpn, vgw, vpc);
        metrics(vpn);
        deletion(vpn, vgw, cgw, vpc);
    }

    private String connection(String vgw, String cgw) throws Exception {
        JsonNode created = aws.ask(
                "ec2",
                "create-vpn-connection",
                "--type",
                "ipsec.1",
                "--vpn-gateway-id",
                vgw,
                "--customer-gateway-id",
                cgw,
                "--options",
                "{\"StaticRoutesOnly\":true,\"TunnelOptions\":[{\"TunnelInsideCidr\":\"169.254.44.0/30\","
                        + "\"PreSharedKey\":\"key.of.tunnel.1\"},{\"PreSharedKey\":\"key.of.tunnel.2\"}]}");
        String vpn = created.at("/VpnConnection/VpnConnectionId").asText();
        assertThat(created.at("/VpnConnection/CustomerGatewayConfiguration").asText())
                .contains("<pre_shared_key>key.of.tunnel.1</pre_shared_key>");
        aws.ask("ec2", "wait", "vpn-connection-available", "--vpn-connection-ids", vpn);
        JsonNode shown = aws.ask("ec2", "describe-vpn-connections", "--vpn-connection-ids", vpn);
        assertThat(shown.at("/VpnConnections/0/Category").asText()).isEqualTo("VPN");
        assertThat(shown.at("/VpnConnections/0/State").asText()).isEqualTo("available");
        assertThat(shown.at("/VpnConnections/0/Options/StaticRoutesOnly").asBoolean())
                .isTrue();
        assertThat(shown.at("/VpnConnections/0/VgwTelemetry")).hasSize(2);
        assertThat(shown.at("/VpnConnections/0/VgwTelemetry/0/Status").asText()).isEqualTo("DOWN");
        JsonNode filtered = aws.ask(
                "ec2",
                "describe-vpn-connections",
                "--filters",
                "Name=state,Values=deleted",
                "Name=type,Values=ipsec.1");
        assertThat(filtered.at("/VpnConnections")).isEmpty();
        return vpn;
    }

    private void tagsAndRoutes(String vpn, String vgw, String vpc) throws Exception {
        aws.ask("ec2", "create-tags", "--resources", vpn, vgw, "--tags", "Key=Name,Value=Zurich & <Bern>");
        assertThat(aws.ask("ec2", "describe-tags", "--filters", "Name=resource-id,Values=" + vpn)
                        .at("/Tags/0/Value")
                        .asText())
                .isEqualTo("Zurich & <Bern>");
        aws.ask("ec2", "delete-tags", "--resources", vgw, "--tags", "Key=Name");
        assertThat(aws.ask("ec2", "describe-tags").at("/Tags")).hasSize(1);

        aws.ask(
                "ec2",
                "create-vpn-connection-route",
                "--vpn-connection-id",
                vpn,
                "--destination-cidr-block",
                "192.168.10.0/24");
        assertThat(aws.ask("ec2", "describe-vpn-connections")
                        .at("/VpnConnections/0/Routes/0/DestinationCidrBlock")
                        .asText())
                .isEqualTo("192.168.10.0/24");
        String table = aws.ask("ec2", "describe-route-tables", "--filters", "Name=vpc-id,Values=" + vpc)
                .at("/RouteTables/0/RouteTableId")
                .asText();
        aws.ask("ec2", "enable-vgw-route-propagation", "--route-table-id", table, "--gateway-id", vgw);
        assertThat(aws.ask("ec2", "describe-route-tables", "--route-table-ids", table)
                        .at("/RouteTables/0/PropagatingVgws/0/GatewayId")
                        .asText())
                .isEqualTo(vgw);
        aws.ask(
                "ec2",
                "create-route",
                "--route-table-id",
                table,
                "--destination-cidr-block",
                "192.168.20.0/24",
                "--gateway-id",
                vgw);
        aws.ask("ec2", "delete-route", "--route-table-id", table, "--destination-cidr-block", "192.168.20.0/24");
        aws.ask("ec2", "disable-vgw-route-propagation", "--route-table-id", table, "--gateway-id", vgw);
        aws.ask(
                "ec2",
                "delete-vpn-connection-route",
                "--vpn-connection-id",
                vpn,
                "--destination-cidr-block",
                "192.168.10.0/24");
    }

    /** Points come with time; what they are when there are some is shown by Metrics1.feature. */
    private void metrics(String vpn) throws Exception {
        String dimension = "Name=VpnId,Value=" + vpn;
        JsonNode listed = aws.ask("cloudwatch", "list-metrics", "--namespace", "AWS/VPN", "--dimensions", dimension);
        assertThat(listed.at("/Metrics").isArray()).isTrue();
        assertThat(listed.at("/Metrics"))
                .allMatch(metric -> metric.at("/Namespace").asText().equals("AWS/VPN"));
        Instant now = Instant.now();
        JsonNode statistics = aws.ask(
                "cloudwatch",
                "get-metric-statistics",
                "--namespace",
                "AWS/VPN",
                "--metric-name",
                "TunnelState",
                "--dimensions",
                dimension,
                "--start-time",
                now.minusSeconds(3600).toString(),
                "--end-time",
                now.toString(),
                "--period",
                "300",
                "--statistics",
                "Maximum");
        assertThat(statistics.at("/Label").asText()).isEqualTo("TunnelState");
        assertThat(statistics.at("/Datapoints").isArray()).isTrue();
    }

    private void deletion(String vpn, String vgw, String cgw, String vpc) throws Exception {
        assertThat(aws.refused("ec2", "delete-customer-gateway", "--customer-gateway-id", cgw))
                .contains("(IncorrectState)");
        aws.ask("ec2", "delete-vpn-connection", "--vpn-connection-id", vpn);
        aws.ask("ec2", "wait", "vpn-connection-deleted", "--vpn-connection-ids", vpn);
        aws.ask("ec2", "delete-customer-gateway", "--customer-gateway-id", cgw);
        aws.ask("ec2", "detach-vpn-gateway", "--vpn-gateway-id", vgw, "--vpc-id", vpc);
        for (int i = 0; i < 20 && !attachmentState(vgw).equals("detached"); i++) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(attachmentState(vgw)).isEqualTo("detached");
        aws.ask("ec2", "delete-vpn-gateway", "--vpn-gateway-id", vgw);
        aws.ask("ec2", "delete-vpc", "--vpc-id", vpc);
        assertThat(aws.ask("ec2", "describe-vpcs").at("/Vpcs")).isEmpty();
    }

    private String attachmentState(String vgw) throws Exception {
        return aws.ask("ec2", "describe-vpn-gateways", "--vpn-gateway-ids", vgw)
                .at("/VpnGateways/0/VpcAttachments/0/State")
                .asText("detached");
    }

    /** In the Query protocol, which the distribution's CLI speaks, or in JSON, which newer ones do (VPN-API-27). */
    @Test
    void readsTheMetricsOfAConnection() throws Exception {
        String vgw = aws.ask("ec2", "create-vpn-gateway", "--type", "ipsec.1")
                .at("/VpnGateway/VpnGatewayId")
                .asText();
        String[] customer = {"--type", "ipsec.1", "--public-ip", "198.51.100.10", "--bgp-asn", "65000"};
        String cgw = aws.ask(Stream.concat(Stream.of("ec2", "create-customer-gateway"), Stream.of(customer))
                        .toArray(String[]::new))
                .at("/CustomerGateway/CustomerGatewayId")
                .asText();
        String vpn = connection(vgw, cgw);
        String[] list = {"cloudwatch", "list-metrics", "--namespace", "AWS/VPN", "--dimensions", "Name=VpnId"};
        // The first data point comes with the next minute.
        for (int i = 0; i < 90 && aws.ask(list).at("/Metrics").isEmpty(); i++) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(aws.ask(list).at("/Metrics").findValuesAsText("MetricName"))
                .contains("TunnelState", "TunnelDataIn", "TunnelDataOut");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonNode points = aws.ask(
                        "cloudwatch",
                        "get-metric-statistics",
                        "--namespace",
                        "AWS/VPN",
                        "--metric-name",
                        "TunnelState",
                        "--dimensions",
                        "Name=VpnId,Value=" + vpn,
                        "--start-time",
                        now.minusSeconds(3600).toString(),
                        "--end-time",
                        now.toString(),
                        "--period",
                        "300",
                        "--statistics",
                        "Sum",
                        "Maximum",
                        "Minimum",
                        "Average",
                        "SampleCount")
                .at("/Datapoints");
        assertThat(points).isNotEmpty();
        assertThat(points.get(0).at("/SampleCount").asDouble()).isPositive();
        assertThat(points.get(0).at("/Maximum").asDouble(1)).isZero();
    }

    @Test
    void showsWhyARequestIsRefused() throws Exception {
        assertThat(aws.refused("ec2", "create-vpn-gateway", "--type", "ipsec.1", "--dry-run"))
                .contains("(DryRunOperation)")
                .contains("Request would have succeeded, but DryRun flag is set.");
        assertThat(aws.refused("ec2", "create-vpn-gateway", "--type", "ipsec.1", "--amazon-side-asn", "1"))
                .contains("(InvalidParameterValue)")
                .contains("AmazonSideAsn");
        assertThat(aws.refused("ec2", "describe-vpn-connections", "--vpn-connection-ids", "vpn-0"))
                .contains("(InvalidVpnConnectionID.NotFound)");
        assertThat(aws.ask("ec2", "describe-vpn-gateways").at("/VpnGateways")).isEmpty();
    }
}
