package io.vpntck.reports;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Outcomes first, then verdicts, then what is written: never back. */
@AnalyzeClasses(packages = "io.vpntck.reports", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String REPORTS = "io.vpntck.reports.";

    @ArchTest
    static final ArchRule OUTCOMES_THEN_VERDICTS_THEN_REPORTS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("run")
            .definedBy(REPORTS + "run")
            .layer("verdict")
            .definedBy(REPORTS + "verdict")
            .layer("gateways")
            .definedBy(REPORTS + "gateways")
            .layer("write")
            .definedBy(REPORTS + "write")
            .layer("faults")
            .definedBy(REPORTS + "faults")
            .layer("cli")
            .definedBy(REPORTS + "cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("faults")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("write")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("gateways")
            .mayOnlyBeAccessedByLayers("cli", "faults")
            .whereLayer("verdict")
            .mayOnlyBeAccessedByLayers("cli", "faults", "write", "gateways");
}
