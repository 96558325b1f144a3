package io.vpntck.steps.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.live.VpnServer;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.VpnGateway;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** The lab of a server, asked over HTTP. */
class HttpLabTest {
    private VpnServer server;
    private HttpLab lab;

    @BeforeEach
    void listen() throws Exception {
        server = new VpnServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(), Optional.empty());
        lab = new HttpLab(server.uri(), "account-a");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Ec2Client client(String account) {
        return Ec2Client.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private List<VpnGateway> gatewaysOf(String account) {
        try (Ec2Client client = client(account)) {
            return client.describeVpnGateways().vpnGateways();
        }
    }

    @Test
    void aGatewayOfAnEarlierDayHasTheAsnOfThatDay() {
        String id = lab.createVpnGatewayAsOf("eu-west-1", Instant.parse("2018-06-29T00:00:00Z"));
        assertThat(gatewaysOf("account-a")).singleElement().satisfies(gateway -> {
            assertThat(gateway.vpnGatewayId()).isEqualTo(id);
            assertThat(gateway.amazonSideAsn()).isEqualTo(9059);
        });
    }

    @Test
    void theClassicProfileIsSwitchedOnAndOff() {
        String gateway = lab.createVpnGatewayAsOf("eu-west-1", Instant.parse("2018-09-03T08:00:00Z"));
        lab.classicProfile("eu-west-1", true);
        assertThatThrownBy(() -> connectWithTunnelOptions(gateway))
                .isInstanceOfSatisfying(Ec2Exception.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorCode())
                        .isEqualTo("InvalidParameterCombination"));
        lab.classicProfile("eu-west-1", false);
        assertThat(connectWithTunnelOptions(gateway)).isEqualTo("VPN");
    }

    /** The category of the new connection. */
    private String connectWithTunnelOptions(String gateway) {
        try (Ec2Client client = client("account-a")) {
            String customer = client.createCustomerGateway(
                            r -> r.type("ipsec.1").ipAddress("198.18.0.1").bgpAsn(65000))
                    .customerGateway()
                    .customerGatewayId();
            return client.createVpnConnection(r -> r.type("ipsec.1")
                            .vpnGatewayId(gateway)
                            .customerGatewayId(customer)
                            .options(o -> o.tunnelOptions(VpnTunnelOptionsSpecification.builder()
                                    .preSharedKey("a.key.of.ours")
                                    .build())))
                    .vpnConnection()
                    .category();
        }
    }

    @Test
    void aQuotaIsRaisedAndNothingElse() {
        lab.raiseQuota("eu-west-1", "vpn-gateways", 6);
        for (int i = 0; i < 6; i++) {
            lab.createVpnGatewayAsOf("eu-west-1", Instant.parse("2018-09-03T08:00:00Z"));
        }
        assertThat(gatewaysOf("account-a")).hasSize(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.raiseQuota("eu-west-1", "vpn-gateways", 4))
                .withMessageContaining("the quota is 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.raiseQuota("eu-west-1", "patience", 6))
                .withMessageContaining("there is no quota patience");
    }

    @Test
    void accountsDoNotSeeEachOtherAndOneThatIsClosedIsEmpty() {
        lab.createVpnGatewayAsOf("eu-west-1", Instant.parse("2018-09-03T08:00:00Z"));
        assertThat(gatewaysOf("account-b")).isEmpty();
        lab.closeAccount();
        assertThat(gatewaysOf("account-a")).isEmpty();
    }

    @Test
    void theClockIsThatOfTheServer() {
        assertThat(Duration.between(lab.now(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(lab.capture()).isEmpty();
        assertThat(lab.ikeSecrets()).isEmpty();
        assertThat(lab.espSecrets()).isEmpty();
        assertThat(lab.events()).isEmpty();
        assertThat(lab.arrivedAtRouteTarget("igw-0")).isEmpty();
    }

    @Test
    void surroundingsOfAVpcHaveIdsByTheirKind() {
        String endpoint = lab.addGatewayEndpoint("vpc-1", Ipv4Prefix.of("198.18.40.0/24"));
        String direct = lab.announceByDirectConnect("vpc-1", Ipv4Prefix.of("172.31.0.0/24"), true);
        lab.giveElasticAddress("vpc-1", Ipv4Address.of("10.0.1.10"), Ipv4Address.of("198.18.55.1"));
        assertThat(endpoint).startsWith("vpce-");
        assertThat(direct).startsWith("dxvif-");
        assertThat(lab.announceByDirectConnect("vpc-1", Ipv4Prefix.of("172.31.0.0/24"), false))
                .isEqualTo(direct);
        assertThat(lab.arrivedAtRouteTarget(endpoint)).isEmpty();
        assertThat(lab.announcedToDirectConnect("vpc-1")).isEmpty();
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lab.blackhole(Ipv4Address.of("198.51.100.129"), true))
                .withMessage("the lab refuses blackhole: no tunnel has the outside address 198.51.100.129");
    }

    @Test
    void anUnknownCallIs404() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri().resolve("/lab/v1/make-coffee"))
                                .header("X-Account", "account-a")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("the lab has no call make-coffee");
    }

    @Test
    void aServerThatIsGoneIsSaidToBe() {
        URI uri = server.uri();
        server.close();
        assertThatThrownBy(() -> new HttpLab(uri, "account-a").now())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the lab cannot be reached");
    }
}
