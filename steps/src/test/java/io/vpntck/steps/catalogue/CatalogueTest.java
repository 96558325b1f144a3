package io.vpntck.steps.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.steps.catalogue.Requirement.Level;
import io.vpntck.steps.catalogue.Requirement.Source;
import io.vpntck.steps.catalogue.Requirement.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String ENTRY =
            """
            - id: VPN-AAA-01
              title: One
              statement: 'It holds: always.'
              source:
                - document: a document
                  section: a section
              level: SHOULD
              subject: customer-gateway
              verify:
                - 'see: that it holds'
              edition: later-edition
              reason: 'not yet: samples'
            """;

    @Test
    void readsAnEntry() {
        Catalogue catalogue = Catalogue.of(Map.of("AAA.yaml", ENTRY));

        assertThat(catalogue.find("VPN-AAA-01"))
                .contains(new Requirement(
                        "VPN-AAA-01",
                        "One",
                        "It holds: always.",
                        List.of(new Source("a document", "a section")),
                        Level.SHOULD,
                        Subject.CUSTOMER_GATEWAY,
                        List.of("see: that it holds"),
                        "later-edition",
                        "not yet: samples"));
        assertThat(catalogue.find("VPN-AAA-02")).isEmpty();
        assertThat(catalogue.requirements()).hasSize(1).allMatch(Requirement::notYet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    VPN-AAA-01       | VPN-BBB-01   | AAA.yaml: VPN-BBB-01 is not named VPN-AAA-NN
                    VPN-AAA-01       | VPN-AAA-x    | AAA.yaml: VPN-AAA-x is not named VPN-AAA-NN
                    id: VPN-AAA-01   | note: x      | AAA.yaml: an entry without id has no id
                    title: One       | note: x      | AAA.yaml: VPN-AAA-01 has no title
                    SHOULD           | OUGHT        | AAA.yaml: VPN-AAA-01 has the unknown level OUGHT: one of MUST, SHOULD, MAY, INFO
                    customer-gateway | box          | AAA.yaml: VPN-AAA-01 has the unknown subject box: one of control-plane, customer-gateway, aws-side, harness
                    later-edition    | 2042         | AAA.yaml: VPN-AAA-01 has the unknown edition 2042
                    section: a       | chapter: a   | AAA.yaml: VPN-AAA-01 has a source without document or section
                    verify:          | note:        | AAA.yaml: VPN-AAA-01 says nothing under verify
                    reason:          | reasons:     | AAA.yaml: VPN-AAA-01 has an unknown field reasons
                    """)
    void refusesAnEntryOfAnotherShape(String written, String instead, String complaint) {
        assertThatThrownBy(() -> Catalogue.of(Map.of("AAA.yaml", ENTRY.replace(written, instead))))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessage(complaint);
    }

    @Test
    void refusesAnIdThatStandsThereTwice() {
        assertThatThrownBy(() -> Catalogue.of(Map.of("AAA.yaml", ENTRY + ENTRY)))
                .hasMessage("VPN-AAA-01 stands there twice");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> Catalogue.of(Map.of("AAA.yaml", "a: b")))
                .hasMessage("AAA.yaml is no list of requirements");
        assertThatThrownBy(() -> Catalogue.of(Map.of("AAA.yaml", "a: [")))
                .hasMessageStartingWith("AAA.yaml is no YAML: ");
    }
}
