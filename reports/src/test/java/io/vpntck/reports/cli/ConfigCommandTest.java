package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.live.VpnServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/** {@code vpn-tck config} on the bundled control plane, asked over the SDK. */
class ConfigCommandTest {
    private VpnServer server;
    private Ec2Client ec2;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void serve() throws Exception {
        server = new VpnServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(), Optional.empty());
        // The account of the command where the environment names no access key.
        String key = System.getenv().getOrDefault("AWS_ACCESS_KEY_ID", "vpn-tck");
        ec2 = Ec2Client.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void stop() {
        ec2.close();
        server.close();
    }

    private int config(String... arguments) {
        CommandLine command = VpnTck.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "config";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.execute(all);
    }

    private int configOf(String connection, String vendor, String... more) {
        String[] words = {
            "--connection",
            connection,
            "--vendor",
            vendor,
            "--region",
            "eu-west-1",
            "--endpoint",
            server.uri().toString()
        };
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return config(all);
    }

    private String connection(boolean staticRoutesOnly) {
        String vgw = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        String cgw = ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress("198.18.0.1").bgpAsn(65000))
                .customerGateway()
                .customerGatewayId();
        return ec2.createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(vgw)
                        .customerGatewayId(cgw)
                        .options(o -> o.staticRoutesOnly(staticRoutesOnly)))
                .vpnConnection()
                .vpnConnectionId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "strongswan", "libreswan", "cisco-ios", "juniper-srx"})
    void printsTheDocumentOfADynamicConnection(String vendor) {
        String id = connection(false);

        assertThat(configOf(id, vendor)).as(err.toString()).isZero();
        assertThat(out.toString()).contains(id, "64512", "65000", "198.18.0.1");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsTheNativeDocumentAndReadsItAgain() throws Exception {
        String id = connection(false);

        assertThat(configOf(id, "native")).isZero();
        String xml = out.toString();
        assertThat(xml).startsWith("<?xml").contains("<vpn_connection id=\"" + id + "\">");

        Path saved = Files.writeString(folder.resolve("saved.xml"), xml);
        assertThat(config("--file", saved.toString(), "--vendor", "generic")).isZero();
        assertThat(out.toString()).contains("Your VPN Connection ID                   : " + id);
    }

    @Test
    void asksForTheRangeThatItDoesNotKnow() {
        String id = connection(true);

        assertThat(configOf(id, "cisco-ios")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "vpn-tck: the document for cisco-ios names the range of the VPC, which is not"
                                + " known: give --vpc CIDR");
        assertThat(configOf(id, "cisco-ios", "--vpc", "10.9.0.0/16")).isZero();
        assertThat(out.toString()).contains("ip route 10.9.0.0 255.255.0.0 Tunnel2 track 200");
    }

    @Test
    void takesTheRangesFromTheAttachedVpcAndTheStaticRoute() throws Exception {
        String id = connection(true);
        String vgw = ec2.describeVpnConnections(r -> r.vpnConnectionIds(id))
                .vpnConnections()
                .get(0)
                .vpnGatewayId();
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.7.0.0/16")).vpc().vpcId();
        ec2.attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(vgw));
        Ec2Waiter waiter = ec2.waiter();
        waiter.waitUntilVpnConnectionAvailable(
                r -> r.vpnConnectionIds(id),
                c -> c.backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(200))));
        ec2.createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock("172.20.0.0/16"));

        assertThat(configOf(id, "pfsense")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Local Network             : 172.20.0.0/16", "Remote Network            : 10.7.0.0/16");
    }

    @Test
    void saysInOneLineThatAConnectionIsUnknown() {
        assertThat(configOf("vpn-0123456789abcdef0", "generic")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("vpn-tck: ")
                .contains("vpn-0123456789abcdef0", "InvalidVpnConnectionID.NotFound", "correct --connection")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysInOneLineThatTheEndpointIsNotThere() {
        assertThat(config("--connection", "vpn-1", "--vendor", "generic", "--endpoint", "http://127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(err.toString())
                .startsWith("vpn-tck: cannot reach http://127.0.0.1:1 (")
                .endsWith("): start it, or correct --endpoint" + System.lineSeparator())
                .hasLineCount(1);
    }

    @Test
    void saysThatADeviceHasNoDocumentForTheRouting() {
        String id = connection(true);

        assertThat(configOf(id, "juniper-srx")).isEqualTo(2);
        assertThat(err.toString()).contains("for dynamic routing only").hasLineCount(1);
    }

    @Test
    void listsTheVendors() {
        assertThat(config("--vendor", "list")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("generic", "strongswan", "libreswan", "cisco-ios", "juniper-srx", "pfsense", "native");
    }
}
