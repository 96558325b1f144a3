package io.vpntck.reports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.vgw.AwsSideFault;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultBookTest {
    @Test
    void namesTheFaultsOfTheReferences() {
        FaultBook book = FaultBook.load();

        assertThat(namesOf(book, "customer-gateway"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(GatewayFault.values())
                        .map(GatewayFault::word)
                        .toList());
        assertThat(namesOf(book, "aws-side"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AwsSideFault.values())
                        .map(AwsSideFault::word)
                        .toList());
        assertThat(namesOf(book, "control-plane"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ControlPlaneFault.values())
                        .map(ControlPlaneFault::word)
                        .toList());
        assertThat(book.faults()).allSatisfy(fault -> {
            assertThat(fault.subject()).isIn("customer-gateway", "aws-side", "control-plane");
            assertThat(fault.requirements()).allMatch(id -> id.matches("VPN-[A-Z0-9]+-\\d{2}"));
        });
    }

    private static List<String> namesOf(FaultBook book, String subject) {
        return book.faults().stream()
                .filter(f -> f.subject().equals(subject))
                .map(ExpectedFault::name)
                .toList();
    }
}
