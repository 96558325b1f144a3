package io.vpntck.reports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kit can fail: each fault turns the scenarios red that it names, at the step it names, and nothing else. */
class FaultsIT {
    private static final FaultBook BOOK = FaultBook.load();
    private static FaultTrials trials;
    private static Future<List<String>> baseline;
    private static List<Future<FaultResult>> results;

    @BeforeAll
    static void begin() throws TestbedUnavailableException {
        trials = new FaultTrials(BOOK, 1, false);
        baseline = trials.baseline();
        results = trials.begin();
    }

    @AfterAll
    static void close() {
        trials.close();
    }

    @Test
    void nothingIsRedWithoutAFault() throws Exception {
        assertThat(baseline.get()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsCaught() {
        assertThat(BOOK.faults()).hasSizeGreaterThanOrEqualTo(8);
        return IntStream.range(0, results.size())
                .mapToObj(i -> DynamicTest.dynamicTest(BOOK.faults().get(i).name(), () -> {
                    FaultResult result = results.get(i).get();
                    assertThat(result.unexpected())
                            .as("not as expected with %s", result.fault().name())
                            .isEmpty();
                    assertThat(result.killed())
                            .as("%s caught", result.fault().name())
                            .isTrue();
                }));
    }
}
