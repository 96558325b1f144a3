package io.vpntck.reports.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.CurrentRun;
import io.vpntck.steps.run.RunContext;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.opentest4j.TestAbortedException;

/** Steps that end in every way; a fault, when set, makes {@code it holds for 2} fail. */
public final class SampleSteps {
    private Testbed testbed;

    @Before
    public void open() {
        RunContext run = CurrentRun.get();
        testbed = run.provider().open(new TestbedRequest(run.gateway(), "sample", run.seed(), run.faults()));
    }

    @After
    public void close(Scenario scenario) {
        byte[] capture = ("capture of " + scenario.getName()).getBytes(StandardCharsets.UTF_8);
        Attachment attachment = new Attachment(
                "Capture of the outside network", "outside.pcapng", "application/vnd.tcpdump.pcap", capture);
        CurrentRun.get().evidence().accept(scenario.getUri() + ":" + scenario.getLine(), List.of(attachment));
        testbed.close();
    }

    @Given("a stage")
    public void aStage() {
        assertThat(testbed.gateway().name()).isEqualTo("sample");
    }

    @Given("a stage that cannot be set")
    public void aStageThatCannotBeSet() {
        throw new IllegalStateException("the stage fell over");
    }

    @When("something is done")
    public void somethingIsDone() {
        testbed.pass(Duration.ofHours(8));
    }

    @When("something is done that breaks")
    public void somethingIsDoneThatBreaks() {
        throw new IllegalStateException("refused");
    }

    @When("what never comes is waited for")
    public void whatNeverComesIsWaitedFor() throws InterruptedException {
        System.out.println("waiting");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    @When("somebody must push a button")
    public void somebodyMustPushAButton() {
        throw new TestAbortedException("nobody is there to push it");
    }

    @Then("it holds")
    public void itHolds() {
        assertThat(testbed.kind()).isEqualTo("simulated");
    }

    @Then("it holds for {int}")
    public void itHoldsFor(int value) {
        if (value == 2) {
            assertThat(testbed.gateway().log()).as("the gateway's log").isEqualTo("no fault");
        }
    }

    @Then("it fails with {string}")
    public void itFailsWith(String message) {
        throw new AssertionError(message);
    }
}
