package io.vpntck.steps.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueGateTest {
    private static final String ENTRIES =
            """
            - id: VPN-AAA-01
              title: One
              statement: It holds.
              source:
                - {document: a document, section: a section}
              level: MUST
              subject: aws-side
              verify: ['see: that it holds']
              edition: 2018-09
            - id: VPN-AAA-02
              title: Two
              statement: It holds as well.
              source:
                - {document: a document, section: a section}
              level: MUST
              subject: aws-side
              verify: ['see: that it holds']
              edition: 2018-09
              reason: 'not yet: samples'
            """;

    @Test
    void everyRequirementOfTheKitHasAScenarioOrAReason() {
        int notYet = Integer.parseInt(
                ClassPathFolder.read("notes", ".count").get("not-yet.count").strip());

        assertThat(CatalogueGate.complaints(Catalogue.load(), FeatureFile.all(), notYet))
                .isEmpty();
    }

    @Test
    void theCatalogueIsWhole() {
        assertThat(Catalogue.load().requirements()).hasSize(415);
    }

    @Test
    void nothingToComplainOf() {
        assertThat(complaints("@tmsLink=VPN-AAA-01", 1)).isEmpty();
    }

    @Test
    void aRequirementWithoutScenarioOrReason() {
        assertThat(complaints("@tmsLink=VPN-AAA-02", 1))
                .containsExactly(
                        "VPN-AAA-01 has neither a scenario nor a reason",
                        "VPN-AAA-02 has a scenario and still says \"not yet: samples\"");
    }

    @Test
    void aScenarioWithoutRequirement() {
        assertThat(complaints("@data-plane", 1))
                .containsExactly(
                        "Aaa1.feature:4: the scenario proves no requirement",
                        "VPN-AAA-01 has neither a scenario nor a reason");
    }

    @Test
    void anUnknownRequirement() {
        assertThat(complaints("@tmsLink=VPN-AAA-01 @tmsLink=VPN-AAA-03", 1))
                .containsExactly("Aaa1.feature:4: VPN-AAA-03 is not in the catalogue");
    }

    @Test
    void aCountThatRises() {
        assertThat(complaints("@tmsLink=VPN-AAA-01", 0))
                .containsExactly("1 requirements say \"not yet\", and notes/not-yet.count allows 0");
    }

    @Test
    void aCountThatWasNotLowered() {
        assertThat(complaints("@tmsLink=VPN-AAA-01", 2))
                .containsExactly("only 1 requirements say \"not yet\": lower notes/not-yet.count to 1");
    }

    private static List<String> complaints(String tags, int notYet) {
        String feature = "Feature: Aaa1 - Samples\n\n  " + tags
                + "\n  Scenario: [1] Hold\n    Given a thing\n    When it is held\n    Then it holds\n";
        return CatalogueGate.complaints(
                Catalogue.of(Map.of("AAA.yaml", ENTRIES)), List.of(FeatureFile.parse("Aaa1.feature", feature)), notYet);
    }
}
