package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Refusals by the EC2 API: any 4xx answer is one. Another code than the one in the feature is a note in the report, since
 * the list of codes is later than the rules.
 */
public final class RefusalSteps {
    private final World world;

    public RefusalSteps(World world) {
        this.world = world;
    }

    @Then("the request is refused, as {word}")
    public void theRequestIsRefused(String code) {
        refused(1, code);
    }

    @Then("all {int} requests are refused, as {word}")
    public void allRequestsAreRefused(int count, String code) {
        refused(count, code);
    }

    private void refused(int count, String code) {
        assertThat(world.refusals()).as("refused requests").hasSize(count);
        for (AwsServiceException refusal : world.refusals()) {
            assertThat(refusal.statusCode()).as("HTTP status").isBetween(400, 499);
            if (!refusal.awsErrorDetails().errorCode().equals(code)) {
                world.log("refused as " + refusal.awsErrorDetails().errorCode() + ", normally " + code);
            }
        }
    }
}
