package io.vpntck.reports.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.verdict.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue on the class path, {@code catalogue/PREFIX.yaml}, as the reports need it.
 *
 * <p>That the catalogue is whole and of its shape is checked when the kit is built; here it is only read.
 */
final class Clauses {
    private static final String FOLDER = "catalogue";

    private Clauses() {}

    /**
     * All requirements, by file and then as they stand there. A reason is only given for those that no scenario proves.
     *
     * @throws UncheckedIOException when the files cannot be read: the kit was built wrongly
     */
    static List<Clause> load(List<Scenario> scenarios) {
        return load(FOLDER, scenarios);
    }

    static List<Clause> load(String name, List<Scenario> scenarios) {
        Set<String> proved =
                scenarios.stream().flatMap(s -> s.requirements().stream()).collect(Collectors.toSet());
        List<Clause> clauses = new ArrayList<>();
        try {
            for (URL folder : Collections.list(Clauses.class.getClassLoader().getResources(name))) {
                for (String text : files(folder.toURI(), name)) {
                    JsonNode root = new YAMLMapper().readTree(text);
                    JsonNode entries = root.isArray() ? root : root.path("entries");
                    entries.forEach(entry -> clauses.add(read(entry, proved)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the catalogue", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a folder that is no URI", e);
        }
        return List.copyOf(clauses);
    }

    /** The files' contents, by name. The folder is one of a jar, or one on disk. */
    private static List<String> files(URI folder, String name) throws IOException {
        if (folder.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return contents(jar.getPath(name));
            }
        }
        return contents(Path.of(folder));
    }

    private static List<String> contents(Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }

    private static Clause read(JsonNode entry, Set<String> proved) {
        List<String> sources = new ArrayList<>();
        entry.path("source")
                .forEach(s -> sources.add(
                        s.path("document").asText() + ", " + s.path("section").asText()));
        String id = entry.path("id").asText();
        String reason = entry.path("reason").asText("");
        return new Clause(
                id,
                entry.path("title").asText(),
                entry.path("statement").asText(),
                String.join("; ", sources),
                entry.path("level").asText(),
                entry.path("subject").asText(),
                entry.path("edition").asText(),
                proved.contains(id) ? "" : reason);
    }
}
