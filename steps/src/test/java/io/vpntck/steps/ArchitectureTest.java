package io.vpntck.steps;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the suite may know of the reference VPN, and in which direction its own packages lean. */
@AnalyzeClasses(packages = "io.vpntck.steps", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String STEPS = "io.vpntck.steps.";
    private static final String REFERENCE = "io.vpntck.reference.";

    /** A verdict that could see which fault is set, or ask a machine, would prove nothing. */
    @ArchTest
    static final ArchRule VERDICTS_SEE_THE_WIRE_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage(STEPS + "testbed.simulated..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    REFERENCE + "vgw..",
                    REFERENCE + "cgw..",
                    REFERENCE + "ikev1..",
                    REFERENCE + "simulation..",
                    REFERENCE + "live..",
                    REFERENCE + "ec2..");

    @ArchTest
    static final ArchRule GATEWAY_AND_TESTBED_KNOW_NO_GHERKIN = noClasses()
            .that()
            .resideInAnyPackage(STEPS + "gateway..", STEPS + "testbed..", STEPS + "capture..", STEPS + "catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.cucumber.java..",
                    "io.cucumber.plugin..",
                    STEPS + "glue..",
                    STEPS + "dataplane..",
                    STEPS + "monitoring..");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_CONTAINERS_OR_REPORTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vpntck.containers..",
                    "io.vpntck.reports..",
                    "org.testcontainers..",
                    "io.qameta..",
                    "org.pcap4j..");

    @ArchTest
    static final ArchRule NO_STEP_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
