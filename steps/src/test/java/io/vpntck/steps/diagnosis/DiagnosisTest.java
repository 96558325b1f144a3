package io.vpntck.steps.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    /** With tunnel 2 down for good. */
    private static Diagnosis of(
            boolean ike, boolean ipsec, boolean answers, boolean prefixes, boolean attached, boolean routed) {
        return Diagnosis.of(new Observations(
                List.of(
                        new Observations.Tunnel("198.51.100.129", ike, ipsec, answers),
                        new Observations.Tunnel("198.51.100.130", false, false, false)),
                prefixes,
                attached,
                routed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "IKE, false, false, false, false, false, false",
        "IKE, false, false, false, true, true, true",
        "IPSEC, true, false, false, false, false, false",
        "TUNNEL, true, true, false, false, false, false",
        "ROUTING, true, true, true, false, false, false",
        "ATTACHMENT, true, true, true, true, false, false",
        "ROUTE_TABLE, true, true, true, true, true, false",
        "HOST, true, true, true, true, true, true",
    })
    void namesTheLowestLayer(
            Layer expected,
            boolean ike,
            boolean ipsec,
            boolean answers,
            boolean prefixes,
            boolean attached,
            boolean routed) {
        assertThat(of(ike, ipsec, answers, prefixes, attached, routed).first()).isEqualTo(expected);
    }

    @Test
    void saysWhatWasSeenOfEachTunnel() {
        assertThat(of(true, true, true, false, true, true).text())
                .startsWith("first not in order: routing (")
                .contains("tunnel at 198.51.100.129: IKE yes, IPsec yes, answers pings yes\n")
                .contains("tunnel at 198.51.100.130: IKE NO, IPsec NO, answers pings NO\n")
                .contains("prefixes known NO, attached yes, route table yes\n");
    }
}
