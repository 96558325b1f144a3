package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reports.run.Suite;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.steps.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void readsEntriesAndTheirReasons() {
        List<Clause> clauses = Clauses.of(
                Catalogue.load("sample-catalogue"),
                Suite.of("sample", "io.vpntck.reports.sample").scenarios());

        assertThat(clauses)
                .containsExactly(
                        new Clause(
                                "VPN-AAA-01",
                                "Proved",
                                "It holds: always.",
                                "a document, a section; another, its section",
                                "MUST",
                                "aws-side",
                                "2018-09",
                                ""),
                        new Clause(
                                "VPN-AAA-99",
                                "Not proved",
                                "It holds.",
                                "a document, a section",
                                "SHOULD",
                                "control-plane",
                                "2018-09",
                                "not yet: samples"));
        assertThat(clauses.get(1).notYet()).isTrue();
    }
}
