package io.vpntck.reports.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which faults were caught by which scenarios.
 *
 * @param baseline in words, what was red without any fault; must be empty for the rest to mean anything
 */
public record KillMatrix(List<String> baseline, List<FaultResult> results) {
    public static final String FILE = "kill-matrix.json";

    public KillMatrix {
        baseline = List.copyOf(baseline);
        results = List.copyOf(results);
    }

    public boolean asExpected() {
        return baseline.isEmpty() && results.stream().allMatch(FaultResult::asExpected);
    }

    public void write(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        ArrayNode red = root.putArray("baseline");
        baseline.forEach(red::add);
        ArrayNode faults = root.putArray("faults");
        results.forEach(r -> add(faults.addObject(), r));
        mapper.writeValue(folder.resolve(FILE).toFile(), root);
    }

    private static void add(ObjectNode node, FaultResult result) {
        node.put("name", result.fault().name());
        node.put("subject", result.fault().subject());
        ArrayNode requirements = node.putArray("requirements");
        result.fault().requirements().forEach(requirements::add);
        node.put("killed", result.killed());
        ArrayNode scenarios = node.putArray("scenarios");
        for (FaultResult.Seen seen : result.scenarios()) {
            scenarios
                    .addObject()
                    .put("scenario", seen.place())
                    .put("name", seen.name())
                    .put("expected", seen.expected())
                    .put("verdict", seen.verdict())
                    .put("step", seen.step());
        }
        ArrayNode unexpected = node.putArray("unexpected");
        result.unexpected().forEach(unexpected::add);
    }
}
