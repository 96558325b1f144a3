package io.vpntck.steps.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vpntck.steps.catalogue.Requirement.Level;
import io.vpntck.steps.catalogue.Requirement.Source;
import io.vpntck.steps.catalogue.Requirement.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one entry of a catalogue file, and refuses what is not of the documented shape. */
final class RequirementReader {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "statement",
            "source",
            "level",
            "subject",
            "verify",
            "edition",
            "reason",
            "needs",
            "note",
            "seed_sentences");
    private static final Set<String> EDITIONS = Set.of("2018-09", "later-edition");

    private final String file;
    private final String prefix;
    private final JsonNode entry;

    RequirementReader(String file, String prefix, JsonNode entry) {
        this.file = file;
        this.prefix = prefix;
        this.entry = entry;
    }

    Requirement read() {
        entry.fieldNames().forEachRemaining(name -> require(FIELDS.contains(name), "has an unknown field " + name));
        String id = text("id");
        require(
                id.startsWith(prefix) && id.substring(prefix.length()).matches("\\d{2,}"),
                "is not named " + prefix + "NN");
        String edition = text("edition");
        require(EDITIONS.contains(edition), "has the unknown edition " + edition);
        return new Requirement(
                id,
                text("title"),
                text("statement"),
                sources(),
                oneOf("level", Level.values(), Level::name),
                oneOf("subject", Subject.values(), Subject::word),
                verify(),
                edition,
                entry.path("reason").asText("").strip());
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (JsonNode source : entry.path("source")) {
            String document = source.path("document").asText();
            String section = source.path("section").asText();
            require(!document.isBlank() && !section.isBlank(), "has a source without document or section");
            sources.add(new Source(document, section));
        }
        require(!sources.isEmpty(), "has no source");
        return sources;
    }

    private List<String> verify() {
        List<String> lines = new ArrayList<>();
        entry.path("verify").forEach(line -> lines.add(line.asText()));
        require(!lines.isEmpty(), "says nothing under verify");
        return lines;
    }

    private <E> E oneOf(String field, E[] values, Function<E, String> word) {
        String written = text(field);
        for (E value : values) {
            if (word.apply(value).equals(written)) {
                return value;
            }
        }
        String known = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
        throw new InvalidCatalogueException(
                where() + " has the unknown " + field + " " + written + ": one of " + known);
    }

    private String text(String field) {
        String value = entry.path(field).asText("").strip();
        require(!value.isEmpty(), "has no " + field);
        return value;
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new InvalidCatalogueException(where() + " " + complaint);
        }
    }

    private String where() {
        return file + ": " + entry.path("id").asText("an entry without id");
    }
}
