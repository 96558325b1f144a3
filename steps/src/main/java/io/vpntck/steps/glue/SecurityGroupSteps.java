package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import java.util.List;

/** What the default security group of a VPC lets in. */
public final class SecurityGroupSteps {
    private final DefaultSecurityGroup group;

    public SecurityGroupSteps(DefaultSecurityGroup group) {
        this.group = group;
    }

    @Then("the default security group lets in {word} {int}, {word} {int} and {word} {int} from {word}")
    public void letsIn(String one, int first, String two, int second, String three, int third, String network) {
        assertThat(from(network))
                .as("protocols and ports from " + network)
                .containsExactlyInAnyOrder(one + " " + first, two + " " + second, three + " " + third);
    }

    @Then("the default security group lets in nothing from {word}")
    public void letsNothingIn(String network) {
        assertThat(from(network)).as("protocols and ports from " + network).isEmpty();
    }

    private List<String> from(String network) {
        return group.now().ipPermissions().stream()
                .filter(p ->
                        p.ipRanges().stream().anyMatch(range -> range.cidrIp().equals(network)))
                .map(p -> p.ipProtocol() + " " + p.fromPort())
                .toList();
    }
}
