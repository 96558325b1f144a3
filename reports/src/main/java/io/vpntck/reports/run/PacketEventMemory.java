package io.vpntck.reports.run;

import io.vpntck.steps.evidence.EvidenceOfScenario;
import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.EvidenceSink;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passes evidence on, and keeps from it what befell the packets of each scenario. */
public final class PacketEventMemory implements EvidenceSink {
    private final EvidenceSink next;
    private final Map<String, List<String>> events = new LinkedHashMap<>();

    public PacketEventMemory(EvidenceSink next) {
        this.next = next;
    }

    @Override
    public void accept(String scenarioId, List<Attachment> attachments) {
        attachments.stream()
                .filter(a -> a.fileName().equals(EvidenceOfScenario.PACKET_EVENTS))
                .findFirst()
                .ifPresent(a -> events.put(
                        scenarioId,
                        new String(a.content(), StandardCharsets.UTF_8).lines().toList()));
        next.accept(scenarioId, attachments);
    }

    /** One event a line, in order; empty for a scenario whose packets nothing befell. */
    List<String> of(String scenarioId) {
        return events.getOrDefault(scenarioId, List.of());
    }
}
