package io.vpntck.reports.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vpntck.reports.run.Scenario;
import io.vpntck.steps.catalogue.ClassPathFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected of each fault: the files of the folder {@code faults} of the module {@code features}.
 *
 * @param core by subject, what runs with every fault of it
 */
public record FaultBook(Map<String, List<CoreFeature>> core, List<ExpectedFault> faults) {
    private static final String FOLDER = "faults";
    private static final String CORE = "core.yaml";

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

    /** @throws UncheckedIOException when a file is missing or not of its shape: the kit was built wrongly */
    public static FaultBook load() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Map<String, String> files = ClassPathFolder.read(FOLDER, ".yaml");
        Map<String, List<CoreFeature>> core = read(mapper, files, CORE, new TypeReference<>() {});
        List<ExpectedFault> faults = new ArrayList<>();
        for (String file : files.keySet()) {
            if (!file.equals(CORE)) {
                List<WrittenFault> written = read(mapper, files, file, new TypeReference<>() {});
                written.forEach(fault -> faults.add(fault.expected()));
            }
        }
        return new FaultBook(core, faults);
    }

    private static <T> T read(YAMLMapper mapper, Map<String, String> files, String file, TypeReference<T> shape) {
        try {
            if (!files.containsKey(file)) {
                throw new FileNotFoundException("it is not on the class path");
            }
            return mapper.readValue(files.get(file), shape);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + "/" + file, e);
        }
    }

    /** Whether this scenario runs with every fault of this subject. */
    boolean inCoreOf(String subject, Scenario scenario) {
        return core.getOrDefault(subject, List.of()).stream().anyMatch(feature -> feature.holds(scenario));
    }

    /** The words of all faults, in order. */
    public List<String> names() {
        return faults.stream().map(ExpectedFault::name).toList();
    }

    /** The same book with these faults alone. */
    public FaultBook only(List<String> names) {
        return new FaultBook(
                core, faults.stream().filter(f -> names.contains(f.name())).toList());
    }

    public Optional<ExpectedFault> find(String name) {
        return faults.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
