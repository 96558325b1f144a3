package io.vpntck.reports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Suite;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kit can fail: each fault turns the scenarios red that it names, at the step it names, and nothing else. */
class FaultsIT {
    private static final FaultBook BOOK = FaultBook.load();
    private static GatewayChoice reference;
    private static FaultTrial trial;

    @BeforeAll
    static void prepare() throws TestbedUnavailableException {
        reference = Gateways.onClassPath().find("reference").orElseThrow();
        reference.provider().prepare(reference.description());
        trial = new FaultTrial(Suite.onClassPath(), BOOK, reference, 1);
    }

    @AfterAll
    static void close() {
        reference.provider().close();
    }

    @Test
    void nothingIsRedWithoutAFault() {
        assertThat(trial.baseline(false, ProgressListener.SILENT)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsCaught() {
        assertThat(BOOK.faults()).hasSizeGreaterThanOrEqualTo(8);
        return BOOK.faults().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    FaultResult result = trial.trial(fault, false, ProgressListener.SILENT);
                    assertThat(result.unexpected())
                            .as("not as expected with %s", fault.name())
                            .isEmpty();
                    assertThat(result.killed()).as("%s caught", fault.name()).isTrue();
                }));
    }
}
