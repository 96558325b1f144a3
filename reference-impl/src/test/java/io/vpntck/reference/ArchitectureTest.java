package io.vpntck.reference;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;

/** The directions between packages, and what the protocol packages must do without (docs/architecture.md). */
@AnalyzeClasses(packages = "io.vpntck.reference", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.vpntck.reference.";

    @ArchTest
    static final ArchRule MACHINES_DO_NO_IO = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "com.sun.jna..",
                    "io.netty..",
                    "org.pcap4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule MACHINES_ARE_TOLD_THE_TIME = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "live..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule ENTROPY_IS_AN_ARGUMENT = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "live..", ROOT + "simulation..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.SplittableRandom")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule PROTOCOLS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "ikev1..", ROOT + "isakmp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "esp..");

    @ArchTest
    static final ArchRule BGP_KNOWS_ADDRESSES_ONLY = noClasses()
            .that()
            .resideInAPackage(ROOT + "bgp..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.vpntck.reference..")
                    .and(resideOutsideOfPackages(ROOT + "bgp..", ROOT + "wire..", ROOT + "ip..")));

    @ArchTest
    static final ArchRule ESP_DOES_NOT_KNOW_IKE = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "esp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "ikev1..", ROOT + "isakmp..");

    @ArchTest
    static final ArchRule THE_BOTTOM_KNOWS_NOTHING_ABOVE = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "wire..", ROOT + "ip..", ROOT + "crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "isakmp..",
                    ROOT + "ikev1..",
                    ROOT + "esp..",
                    ROOT + "ec2..",
                    ROOT + "vgw..",
                    ROOT + "cgw..",
                    ROOT + "lab..",
                    ROOT + "simulation..",
                    ROOT + "live..");

    @ArchTest
    static final ArchRule THE_TWO_ENDS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(ROOT + "cgw..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "vgw..", ROOT + "ec2..", ROOT + "lab..");

    @ArchTest
    static final ArchRule THE_CONTROL_PLANE_KNOWS_NO_PACKETS = noClasses()
            .that()
            .resideInAPackage(ROOT + "ec2..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "isakmp..",
                    ROOT + "ikev1..",
                    ROOT + "esp..",
                    ROOT + "vgw..",
                    ROOT + "cgw..",
                    ROOT + "live..");

    /** They are made of the document alone, whoever handed it out: the suite reads them to judge a control plane. */
    @ArchTest
    static final ArchRule TEXT_DOCUMENTS_KNOW_NO_CONTROL_PLANE = noClasses()
            .that()
            .resideInAPackage(ROOT + "configuration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "ec2..",
                    ROOT + "vgw..",
                    ROOT + "cgw..",
                    ROOT + "lab..",
                    ROOT + "isakmp..",
                    ROOT + "ikev1..",
                    ROOT + "esp..");

    @ArchTest
    static final ArchRule METRICS_KNOW_NO_PACKETS = noClasses()
            .that()
            .resideInAPackage(ROOT + "cloudwatch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "isakmp..",
                    ROOT + "ikev1..",
                    ROOT + "esp..",
                    ROOT + "vgw..",
                    ROOT + "cgw..",
                    ROOT + "live..");

    @ArchTest
    static final ArchRule NOBODY_BELOW_KNOWS_A_DRIVER = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "live..", ROOT + "simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "live..", ROOT + "simulation..");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_SUITE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vpntck.steps..", "io.cucumber..", "org.testcontainers..", "io.qameta..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
}
