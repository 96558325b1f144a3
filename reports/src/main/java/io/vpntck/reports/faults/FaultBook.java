package io.vpntck.reports.faults;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected of each fault: {@code faults/faults.yaml}.
 *
 * @param core by subject, paths of features on the class path that run with every fault of it, to show that nothing
 *     else fails
 */
public record FaultBook(Map<String, List<String>> core, List<ExpectedFault> faults) {
    private static final String PLACE = "/faults/faults.yaml";

    public FaultBook {
        core = Map.copyOf(core);
        faults = List.copyOf(faults);
    }

    private record WrittenScenario(String feature, int number, String row, String step) {
        ExpectedScenario expected() {
            return new ExpectedScenario(feature, number, row == null ? "" : row, step);
        }
    }

    private record WrittenFault(
            String name,
            String subject,
            String breaks,
            List<String> requirements,
            List<WrittenScenario> red,
            List<WrittenScenario> inconclusive) {
        ExpectedFault expected() {
            List<WrittenScenario> prerequisites = inconclusive == null ? List.of() : inconclusive;
            return new ExpectedFault(
                    name,
                    subject,
                    breaks,
                    requirements,
                    red.stream().map(WrittenScenario::expected).toList(),
                    prerequisites.stream().map(WrittenScenario::expected).toList());
        }
    }

    private record Written(Map<String, List<String>> core, List<WrittenFault> faults) {}

    /** @throws UncheckedIOException when the file is missing or not of its shape: the kit was built wrongly */
    public static FaultBook load() {
        try (InputStream in = FaultBook.class.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new FileNotFoundException(PLACE + " on the class path");
            }
            Written written = new YAMLMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in, Written.class);
            return new FaultBook(
                    written.core(),
                    written.faults().stream().map(WrittenFault::expected).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + PLACE, e);
        }
    }

    /** The features that run with every fault of this subject. */
    List<String> coreOf(String subject) {
        return core.getOrDefault(subject, List.of());
    }

    /** The words of all faults, in order. */
    public List<String> names() {
        return faults.stream().map(ExpectedFault::name).toList();
    }

    public Optional<ExpectedFault> find(String name) {
        return faults.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
