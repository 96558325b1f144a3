package io.vpntck.reference.ec2.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPN-API-04, 05: what holds for the parameters of every action. */
class RequestCheckTest {
    private final SmallAccount account = new SmallAccount();

    @Test
    void knowsTheParametersOfEveryAction() {
        assertThat(account.service().actions())
                .as("actions without a line in actions.properties")
                .allMatch(action -> ActionShape.of(action).isPresent());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CreateVpnGateway, Type=ipsec.1 Foo=1, UnknownParameter",
        "CreateVpnGateway, type=ipsec.1, UnknownParameter",
        "CreateVpnGateway, '', MissingParameter",
        "CreateCustomerGateway, Type=ipsec.1 IpAddress=198.18.0.1, MissingParameter",
        "CreateTags, ResourceId.1=vpc-1, MissingParameter",
        "CreateTags, ResourceId.01=vpc-1 Tag.1.Key=a, UnknownParameter",
        "CreateTags, ResourceId.0=vpc-1 Tag.1.Key=a, UnknownParameter",
        "CreateTags, ResourceId.1=vpc-1 Tag.1.Key=a Tag.3.Key=b, InvalidParameterValue",
        "CreateTags, ResourceId.1=vpc-1 Tag.1.Key=a Tag.2.Key=a, InvalidParameterValue",
        "CreateTags, ResourceId.1=nothing Tag.1.Key=a, InvalidID",
        "CreateTags, ResourceId.1=rtb-1 Tag.1.Key=a, InvalidRouteTableID.NotFound",
        "CreateVpc, CidrBlock=10.0.0.0/16 DryRun=perhaps, InvalidParameterValue",
        "DescribeVpnConnections, MaxResults=5, UnknownParameter",
        "ModifyVpnConnection, VpnConnectionId=vpn-1, InvalidAction",
    })
    void refuses(String action, String parameters, String code) {
        QueryResponse response = account.ask(action, parameters);
        assertThat(SmallAccount.text(response, "Code")).isEqualTo(code);
        assertThat(response.status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CreateCustomerGateway, Type=ipsec.1 PublicIp=198.18.0.1 BgpAsn=65000",
        "CreateCustomerGateway, Type=ipsec.1 IpAddress=198.18.0.1 BgpAsnExtended=4294967295",
        "DescribeVpcs, MaxResults=5 NextToken=x",
        "DescribeVpcs, DryRun=false",
    })
    void toleratesWhatNewerClientsSend(String action, String parameters) {
        assertThat(account.ask(action, parameters).status()).isEqualTo(200);
    }

    @Test
    void wantsActionAndVersion() {
        assertThat(code(Map.of("Version", "2016-11-15"))).isEqualTo("MissingAction");
        assertThat(code(Map.of("Action", "DescribeVpcs"))).isEqualTo("MissingParameter");
        assertThat(code(Map.of("Action", "DescribeVpcs", "Version", "2014-10-01")))
                .isEqualTo("NoSuchVersion");
    }

    @Test
    void refusesWhatXmlCannotShow() {
        Map<String, String> request =
                new HashMap<>(Map.of("Action", "CreateTags", "Version", "2016-11-15", "ResourceId.1", "vpc-1"));
        request.put("Tag.1.Key", "bell\u0007");
        assertThat(code(request)).isEqualTo("InvalidParameterValue");
    }

    private String code(Map<String, String> parameters) {
        return SmallAccount.text(account.service().handle(new QueryRequest("us-east-1", parameters)), "Code");
    }
}
