package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** {@code run --control-plane} against {@code serve}, in processes of their own, on one account: nothing is left behind. */
@Timeout(180)
class ForeignControlPlaneIT {
    private static final String REGION = "eu-west-1";

    @TempDir
    Path folder;

    private URI endpoint;
    private Process server;
    private Ec2Client ec2;

    @BeforeEach
    void serve() throws Exception {
        int port = freePort();
        endpoint = URI.create("http://127.0.0.1:" + port);
        Path output = folder.resolve("serve.txt");
        server = new ProcessBuilder(Command.vpnTckWords("serve", "--port", Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (!Files.readString(output).contains("Serving")) {
            assertThat(server.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("ended early: %s", Files.readString(output))
                    .isFalse();
        }
        ec2 = Ec2Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("one-account", "its-secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void end() throws InterruptedException {
        ec2.close();
        server.destroy();
        server.waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process run(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--control-plane", endpoint.toString()));
        words.addAll(List.of("--region", REGION, "--out", folder.resolve("out").toString()));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(Command.vpnTckWords(words.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.txt").toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "one-account");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "its-secret");
        return builder.start();
    }

    /** Ids of what is there and not deleted. */
    private List<String> there() {
        List<String> ids = new ArrayList<>();
        ec2.describeVpnConnections().vpnConnections().stream()
                .filter(c -> !c.stateAsString().equals("deleted"))
                .forEach(c -> ids.add(c.vpnConnectionId()));
        ec2.describeVpnGateways().vpnGateways().stream()
                .filter(g -> !g.stateAsString().equals("deleted"))
                .forEach(g -> ids.add(g.vpnGatewayId()));
        ec2.describeCustomerGateways().customerGateways().stream()
                .filter(g -> !g.state().equals("deleted"))
                .forEach(g -> ids.add(g.customerGatewayId()));
        ec2.describeVpcs().vpcs().forEach(v -> ids.add(v.vpcId()));
        return ids;
    }

    @Test
    void passesAndTakesAwayWhatItMade() throws Exception {
        Process run = run("--requirement", "VPN-VGW-04", "--requirement", "VPN-API-12", "--requirement", "VPN-ASN-05");

        assertThat(run.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        assertThat(run.exitValue())
                .as(Files.readString(folder.resolve("run.txt")))
                .isZero();
        assertThat(folder.resolve("out/conformance.json"))
                .content()
                .contains("\"the gateway does not claim lab\"")
                .contains("\"failed\" : 0", "\"inconclusive\" : 0");
        assertThat(ec2.describeVpnGateways().vpnGateways())
                .as("what it made is still listed as deleted")
                .isNotEmpty();
        assertThat(there()).as("left behind").isEmpty();
    }

    @Test
    void readsTheMetricsAtTheirOwnEndpoint() throws Exception {
        Process run = run("--requirement", "VPN-MON-01", "--cloudwatch", endpoint.toString());

        assertThat(run.waitFor(150, TimeUnit.SECONDS)).as("ended in time").isTrue();
        assertThat(run.exitValue())
                .as(Files.readString(folder.resolve("run.txt")))
                .isZero();
        assertThat(there()).as("left behind").isEmpty();
    }

    @Test
    void takesAwayWhatItMadeWhenASignalEndsIt() throws Exception {
        Process run = run("--requirement", "VPN-LIM-01");
        while (there().size() < 5) {
            assertThat(run.waitFor(50, TimeUnit.MILLISECONDS))
                    .as("ended early: %s", Files.readString(folder.resolve("run.txt")))
                    .isFalse();
        }
        run.destroy();

        assertThat(run.waitFor(1, TimeUnit.MINUTES)).as("ended in time").isTrue();
        assertThat(run.exitValue()).isEqualTo(128 + 15);
        assertThat(there()).as("left behind").isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
