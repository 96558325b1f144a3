package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.steps.query.QueryAnswer;
import io.vpntck.steps.testbed.RequestLedger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatedByHandTest {
    private final RequestLedger ledger = new RequestLedger();

    private void ask(int status, String body) {
        CreatedByHand.entered(Optional.of(ledger), "eu-west-1", () -> new QueryAnswer(status, "text/xml", body));
    }

    @ParameterizedTest
    @CsvSource({
        "<CreateVpcResponse xmlns='x'><vpc><vpcId>vpc-1</vpcId></vpc></CreateVpcResponse>, vpc-1",
        "<CreateVpnConnectionResponse><vpnConnection><vpnConnectionId>vpn-1</vpnConnectionId></vpnConnection>"
                + "</CreateVpnConnectionResponse>, vpn-1",
        "<CreateSecurityGroupResponse><groupId>sg-1</groupId></CreateSecurityGroupResponse>, sg-1",
    })
    void entersWhatAnAnswerSaysWasMade(String body, String id) {
        ask(200, body);
        assertThat(ledger.all()).containsExactly(new RequestLedger.Made("eu-west-1", id));
        assertThat(ledger.close(Duration.ZERO)).as("no request is under way").isTrue();
    }

    @Test
    void entersNothingOfOtherAnswers() {
        ask(200, "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet></DescribeVpcsResponse>");
        ask(400, "<Response><Errors/></Response>");
        assertThat(ledger.all()).isEmpty();
    }
}
