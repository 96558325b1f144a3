package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.verdict.Judgement;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The whole suite against one gateway, {@code -Dtck.gateway=…}; a test for each scenario shows its verdict. */
class ConformanceIT {

    @TestFactory
    Stream<DynamicTest> conformance() throws CommandRefused, IOException {
        SuiteInMaven suite = new SuiteInMaven();
        GatewayChoice gateway = suite.gateway(System.getProperty("tck.gateway", "reference"));
        Judgement judgement = suite.run(gateway, Selection.ALL);
        assertThat(judgement.scenarios()).as("scenarios on the class path").isNotEmpty();
        return VerdictTests.of(judgement);
    }
}
