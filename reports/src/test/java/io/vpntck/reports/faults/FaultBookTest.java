package io.vpntck.reports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultBookTest {
    @Test
    void namesTheFaultsOfBothReferences() {
        FaultBook book = FaultBook.load();

        assertThat(book.names())
                .doesNotHaveDuplicates()
                .contains(
                        "aggressive-mode",
                        "no-pfs",
                        "sa-pair-per-subnet",
                        "initiates-nothing",
                        "clear-packet",
                        "accepts-reserved-cidr",
                        "accepts-psk-leading-zero",
                        "wrong-default-asn");
        assertThat(book.faults()).allSatisfy(fault -> {
            assertThat(fault.subject()).isIn("customer-gateway", "control-plane");
            assertThat(fault.requirements()).allMatch(id -> id.matches("VPN-[A-Z0-9]+-\\d{2}"));
        });
    }
}
