package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ec2.query.QueryService;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.simulation.SeededEntropy;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GatewayType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;
import software.amazon.awssdk.services.ec2.model.VpnState;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** The control plane, asked by the unmodified AWS SDK for Java. */
class AwsSdkTest {
    private Instant now = Instant.parse("2018-09-03T08:00:00Z");
    private final AwsAccount account = new AwsAccount(
            new OutsideAddresses() {
                private int next;

                @Override
                public Optional<List<Ipv4Address>> takeTwo() {
                    Ipv4Address first = Ipv4Address.of("198.51.100.64").plus(next);
                    next += 2;
                    return next > 6 ? Optional.empty() : Optional.of(List.of(first, first.plus(1)));
                }

                @Override
                public void giveBack(List<Ipv4Address> addresses) {
                    next -= 2;
                }
            },
            () -> now,
            new SeededEntropy(1, "ec2"),
            Set.of());
    private QueryHttpServer server;

    @BeforeEach
    void listen() throws Exception {
        QueryService service = new QueryService(account);
        MonitoringService monitoring = new MonitoringService(new AccountMetrics(account, () -> now), account::commits);
        server = new QueryHttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                key -> key.equals("known")
                        ? Optional.of(new Account(Optional.of("secret"), service::handle, monitoring::handle))
                        : Optional.empty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ec2Client client(String key, String secret) {
        return Ec2Client.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    private String connection(Ec2Client ec2, boolean staticRoutesOnly) {
        String vgw = ec2.createVpnGateway(r -> r.type(GatewayType.IPSEC_1))
                .vpnGateway()
                .vpnGatewayId();
        String cgw = ec2.createCustomerGateway(r ->
                        r.type(GatewayType.IPSEC_1).ipAddress("198.51.100.10").bgpAsn(65000))
                .customerGateway()
                .customerGatewayId();
        return ec2.createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(vgw)
                        .customerGatewayId(cgw)
                        .options(o -> o.staticRoutesOnly(staticRoutesOnly)
                                .tunnelOptions(
                                        tunnel("psk.tunnel_1", "169.254.44.0/30"), tunnel("psk.tunnel_2", null))))
                .vpnConnection()
                .vpnConnectionId();
    }

    private static VpnTunnelOptionsSpecification tunnel(String key, String insideCidr) {
        return VpnTunnelOptionsSpecification.builder()
                .preSharedKey(key)
                .tunnelInsideCidr(insideCidr)
                .build();
    }

    @Test
    void makesAndDescribesEverythingAConnectionNeeds() {
        try (Ec2Client ec2 = client("known", "secret")) {
            String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
            String id = connection(ec2, true);
            VpnGateway gateway = ec2.describeVpnGateways().vpnGateways().get(0);
            assertThat(gateway.amazonSideAsn()).isEqualTo(64512);
            ec2.attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(gateway.vpnGatewayId()));
            ec2.createTags(r ->
                    r.resources(id).tags(Tag.builder().key("a<b").value("\"&").build()));

            VpnConnection pending =
                    ec2.describeVpnConnections().vpnConnections().get(0);
            assertThat(pending.state()).isEqualTo(VpnState.PENDING);
            now = now.plusSeconds(5);
            ec2.createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock("10.20.0.0/24"));
            VpnConnection available = ec2.describeVpnConnections(r -> r.vpnConnectionIds(id)
                            .filters(Filter.builder()
                                    .name("state")
                                    .values("avail*")
                                    .build()))
                    .vpnConnections()
                    .get(0);
            assertThat(available.category()).isEqualTo("VPN");
            assertThat(available.options().staticRoutesOnly()).isTrue();
            assertThat(available.vgwTelemetry()).hasSize(2);
            assertThat(available.vgwTelemetry().get(0).status()).isEqualTo(TelemetryStatus.DOWN);
            assertThat(available.routes().get(0).destinationCidrBlock()).isEqualTo("10.20.0.0/24");
            assertThat(available.tags().get(0).key()).isEqualTo("a<b");
            assertThat(available.tags().get(0).value()).isEqualTo("\"&");
            assertThat(ec2.describeRouteTables().routeTables().get(0).vpcId()).isEqualTo(vpc);

            ec2.deleteVpnConnection(r -> r.vpnConnectionId(id));
            assertThat(state(ec2, id)).isEqualTo(VpnState.DELETING);
            now = now.plusSeconds(5);
            assertThat(state(ec2, id)).isEqualTo(VpnState.DELETED);
        }
    }

    private static VpnState state(Ec2Client ec2, String id) {
        return ec2.describeVpnConnections(r -> r.vpnConnectionIds(id))
                .vpnConnections()
                .get(0)
                .state();
    }

    @Test
    void givesOutTheNativeConfiguration() throws Exception {
        try (Ec2Client ec2 = client("known", "secret")) {
            String id = connection(ec2, false);
            String xml = ec2.describeVpnConnections().vpnConnections().get(0).customerGatewayConfiguration();
            assertThat(xml)
                    .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vpn_connection id=\"" + id
                            + "\">\n  <customer_gateway_id>cgw-")
                    .contains("\n        <ip_address>198.51.100.64</ip_address>\n")
                    .contains("\n      <tunnel_inside_address>\n        <ip_address>169.254.44.2</ip_address>\n")
                    .doesNotContain("vpn_connection_attributes");
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            assertThat(document.getElementsByTagName("ipsec_tunnel").getLength())
                    .isEqualTo(2);
            assertThat(document.getElementsByTagName("pre_shared_key").item(1).getTextContent())
                    .isEqualTo("psk.tunnel_2");
            assertThat(document.getElementsByTagName("asn").item(0).getTextContent())
                    .isEqualTo("65000");
            assertThat(document.getElementsByTagName("asn").item(1).getTextContent())
                    .isEqualTo("64512");
        }
    }

    @Test
    void refusesWithTheCodesOfAws() {
        try (Ec2Client ec2 = client("known", "secret")) {
            assertThat(code(() -> ec2.describeVpnConnections(r -> r.vpnConnectionIds("vpn-0"))))
                    .isEqualTo("InvalidVpnConnectionID.NotFound");
            assertThat(code(() -> ec2.createVpnGateway(r -> r.type("ipsec.1").amazonSideAsn(1L))))
                    .isEqualTo("InvalidParameterValue");
            assertThat(code(() -> ec2.createVpnGateway(r -> r.amazonSideAsn(64512L))))
                    .isEqualTo("MissingParameter");
            assertThat(code(ec2::describeInstances)).isEqualTo("InvalidAction");
            assertThat(code(() -> ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").dryRun(true))))
                    .isEqualTo("DryRunOperation");
        }
    }

    @Test
    void verifiesTheSignature() {
        try (Ec2Client wrong = client("known", "other");
                Ec2Client unknown = client("nobody", "secret")) {
            assertThat(code(wrong::describeVpcs)).isEqualTo("SignatureDoesNotMatch");
            // The SDK's URL connection shows no body of a 401.
            assertThat(catchThrowableOfType(Ec2Exception.class, unknown::describeVpcs)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void answersHostileRequestsWithErrorDocuments() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI uri = URI.create(server.uri() + "/?Action=DescribeVpcs");
        HttpResponse<String> unsigned =
                http.send(HttpRequest.newBuilder(uri).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(unsigned.body()).contains("<Code>MissingAuthenticationToken</Code>");
        HttpURLConnection put = (HttpURLConnection) server.uri().toURL().openConnection();
        put.setRequestMethod("PUT");
        assertThat(put.getResponseCode()).isEqualTo(405);
    }

    private static String code(Runnable call) {
        return catchThrowableOfType(Ec2Exception.class, call::run)
                .awsErrorDetails()
                .errorCode();
    }
}
