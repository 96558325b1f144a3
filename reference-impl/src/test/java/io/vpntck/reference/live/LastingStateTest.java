package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.live.state.Journal;
import io.vpntck.reference.live.state.JournalEntry;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** A server with {@code --state}, closed and opened again. */
class LastingStateTest {
    @TempDir
    private Path folder;

    private VpnServer server() throws IOException {
        return new VpnServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(),
                Optional.empty(),
                Credentials.ANY,
                Optional.of(folder));
    }

    private static VpnConnection connect(Ec2Client ec2) {
        String vgw = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        String cgw = ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress("198.18.0.1").bgpAsn(65000))
                .customerGateway()
                .customerGatewayId();
        ec2.createTags(r ->
                r.resources(vgw).tags(Tag.builder().key("Name").value("büro").build()));
        return ec2.createVpnConnection(r -> r.type("ipsec.1").vpnGatewayId(vgw).customerGatewayId(cgw))
                .vpnConnection();
    }

    @Test
    void isTheSameAfterARestart() throws Exception {
        VpnConnection made;
        VpnConnection deleted;
        try (VpnServer server = server();
                Ec2Client one = Clients.of(server.uri(), "one");
                Ec2Client two = Clients.of(server.uri(), "two")) {
            made = connect(one);
            deleted = connect(two);
            two.deleteVpnConnection(r -> r.vpnConnectionId(deleted.vpnConnectionId()));
            assertThatThrownBy(() -> one.deleteVpnConnection(r -> r.vpnConnectionId("vpn-00000000")))
                    .isInstanceOf(Ec2Exception.class);
        }
        try (VpnServer server = server();
                Ec2Client one = Clients.of(server.uri(), "one");
                Ec2Client two = Clients.of(server.uri(), "two")) {
            assertThat(one.describeVpnConnections().vpnConnections())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.vpnConnectionId()).isEqualTo(made.vpnConnectionId());
                        assertThat(found.customerGatewayConfiguration()).isEqualTo(made.customerGatewayConfiguration());
                    });
            assertThat(one.describeVpnGateways().vpnGateways().get(0).tags())
                    .containsExactly(Tag.builder().key("Name").value("büro").build());
            assertThat(two.describeVpnConnections().vpnConnections())
                    .allSatisfy(found -> assertThat(found.stateAsString()).isIn("deleting", "deleted"));
            assertThat(connect(two).vpnConnectionId()).isNotIn(made.vpnConnectionId(), deleted.vpnConnectionId());
        }
    }

    @Test
    void keepsWhatTheLabMadeAndForgetsClosedAccounts() throws Exception {
        String gateway;
        try (VpnServer server = server();
                Ec2Client closed = Clients.of(server.uri(), "closed")) {
            gateway = lab(server.uri(), "lab", "create-vpn-gateway", "region=eu-west-1&created=2018-03-01T00:00:00Z");
            connect(closed);
            lab(server.uri(), "closed", "close-account", "");
        }
        try (VpnServer server = server();
                Ec2Client lab = Clients.of(server.uri(), "lab");
                Ec2Client closed = Clients.of(server.uri(), "closed")) {
            assertThat(lab.describeVpnGateways().vpnGateways()).singleElement().satisfies(found -> {
                assertThat("\"" + found.vpnGatewayId() + "\"").isEqualTo(gateway);
                assertThat(found.amazonSideAsn()).isEqualTo(9059);
            });
            assertThat(closed.describeVpnConnections().vpnConnections()).isEmpty();
        }
    }

    private static String lab(URI server, String account, String call, String parameters) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/lab/v1/" + call))
                                .header("X-Account", account)
                                .POST(HttpRequest.BodyPublishers.ofString(parameters))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** The keys of a tunnel that was up are gone with the process. */
    @Test
    void showsATunnelDownThatWasUp() throws Exception {
        String address;
        try (VpnServer server = server();
                Ec2Client one = Clients.of(server.uri(), "one")) {
            connect(one);
            address = one.describeVpnConnections()
                    .vpnConnections()
                    .get(0)
                    .vgwTelemetry()
                    .get(0)
                    .outsideIpAddress();
        }
        try (Journal journal = Journal.open(folder)) {
            journal.append(telemetry(address));
        }
        Instant restarted = Instant.now();
        try (VpnServer server = server();
                Ec2Client one = Clients.of(server.uri(), "one")) {
            VgwTelemetry shown = one.describeVpnConnections().vpnConnections().get(0).vgwTelemetry().stream()
                    .filter(t -> t.outsideIpAddress().equals(address))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.status()).isEqualTo(TelemetryStatus.DOWN);
            assertThat(shown.acceptedRouteCount()).isZero();
            assertThat(shown.lastStatusChange()).isAfterOrEqualTo(restarted.minusSeconds(1));
        }
    }

    private static JournalEntry telemetry(String address) {
        return telemetry(address, Map.of("up", "true", "message", "IPSEC IS UP", "routes", "1"));
    }

    private static JournalEntry telemetry(String address, Map<String, String> told) {
        return new JournalEntry(
                JournalEntry.Kind.TELEMETRY, "one", Instant.now(), Octets.ofHex(""), address, told, Octets.ofHex(""));
    }

    /** Propagated routes stay when a tunnel goes down, and so when the process does. */
    @Test
    void keepsTheRoutesThatAPeerHadAnnounced() throws Exception {
        String address;
        String table;
        try (VpnServer server = server();
                Ec2Client one = Clients.of(server.uri(), "one")) {
            address = connectByBgp(one);
            table = one.describeRouteTables().routeTables().get(0).routeTableId();
        }
        try (Journal journal = Journal.open(folder)) {
            journal.append(telemetry(address));
            journal.append(telemetry(address, Map.of("learned", "192.168.10.0/24 192.168.11.0/24")));
        }
        try (VpnServer server = server();
                Ec2Client one = Clients.of(server.uri(), "one")) {
            assertThat(one.describeRouteTables(r -> r.routeTableIds(table))
                            .routeTables()
                            .get(0)
                            .routes())
                    .filteredOn(route -> route.origin() == RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION)
                    .extracting(Route::destinationCidrBlock)
                    .containsExactlyInAnyOrder("192.168.10.0/24", "192.168.11.0/24");
        }
    }

    /** A dynamic connection of an attached virtual private gateway that propagates; the address of its first tunnel. */
    private static String connectByBgp(Ec2Client one) {
        String vpc = one.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String gateway =
                one.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        one.attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(gateway));
        String customer = one.createCustomerGateway(
                        r -> r.type("ipsec.1").publicIp("198.51.100.10").bgpAsn(65000))
                .customerGateway()
                .customerGatewayId();
        one.createVpnConnection(
                r -> r.type("ipsec.1").customerGatewayId(customer).vpnGatewayId(gateway));
        String table = one.describeRouteTables().routeTables().get(0).routeTableId();
        one.enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gateway));
        return one.describeVpnConnections()
                .vpnConnections()
                .get(0)
                .vgwTelemetry()
                .get(0)
                .outsideIpAddress();
    }

    @Test
    void refusesAStateThatIsAnsweredOtherwise() throws Exception {
        try (Journal journal = Journal.open(folder)) {
            journal.append(new JournalEntry(
                    JournalEntry.Kind.API,
                    "one",
                    Instant.now(),
                    Octets.ofHex("00"),
                    "eu-west-1",
                    Map.of("Action", "CreateVpnGateway", "Type", "ipsec.1"),
                    Octets.ofHex("00")));
        }

        assertThatThrownBy(this::server)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "entry 1 of the state (CreateVpnGateway in eu-west-1) is answered otherwise than it was: the"
                                + " state is of another version of the rules, choose another folder with --state");
    }

    @Test
    void refusesASecondServer() throws Exception {
        try (VpnServer first = server()) {
            assertThat(first.uri().getPort()).isPositive();
            assertThatThrownBy(this::server)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is in use: end the process that serves it");
        }
    }
}
