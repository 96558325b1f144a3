package io.vpntck.steps.run;

import java.util.List;

/** Where the evidence of scenarios goes. */
@FunctionalInterface
public interface EvidenceSink {
    /** @param scenarioId URI of the feature and line, as Cucumber gives them */
    void accept(String scenarioId, List<Attachment> attachments);
}
