package io.vpntck.steps.catalogue;

import io.cucumber.messages.types.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** No requirement is silently left out: each has a scenario or a written reason, and "not yet" can only become less. */
final class CatalogueGate {
    private CatalogueGate() {}

    /**
     * One line for each thing that is wrong.
     *
     * @param notYet the committed count of requirements whose reason is "not yet"
     */
    static List<String> complaints(Catalogue catalogue, List<FeatureFile> features, int notYet) {
        List<String> complaints = new ArrayList<>();
        Set<String> proved = new LinkedHashSet<>();
        for (FeatureFile file : features) {
            for (Scenario scenario : file.scenarios()) {
                String where = file.path() + ":" + scenario.getLocation().getLine();
                List<String> ids = file.requirements(scenario);
                if (ids.isEmpty()) {
                    complaints.add(where + ": the scenario proves no requirement");
                }
                for (String id : ids) {
                    if (catalogue.find(id).isEmpty()) {
                        complaints.add(where + ": " + id + " is not in the catalogue");
                    }
                    proved.add(id);
                }
            }
        }
        int counted = 0;
        for (Requirement requirement : catalogue.requirements()) {
            boolean hasScenario = proved.contains(requirement.id());
            if (!hasScenario && requirement.reason().isEmpty()) {
                complaints.add(requirement.id() + " has neither a scenario nor a reason");
            }
            if (hasScenario && requirement.notYet()) {
                complaints.add(requirement.id() + " has a scenario and still says \"" + requirement.reason() + "\"");
            }
            if (requirement.notYet()) {
                counted++;
            }
        }
        if (counted > notYet) {
            complaints.add(counted + " requirements say \"not yet\", and notes/not-yet.count allows " + notYet);
        } else if (counted < notYet) {
            complaints.add(
                    "only " + counted + " requirements say \"not yet\": lower notes/not-yet.count to " + counted);
        }
        return complaints;
    }
}
