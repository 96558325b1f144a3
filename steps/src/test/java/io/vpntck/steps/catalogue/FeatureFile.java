package io.vpntck.steps.catalogue;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A feature as it is written, before examples are filled in. */
record FeatureFile(String path, Feature feature) {
    private static final String REQUIREMENT = "@tmsLink=";

    /** All features of the kit. */
    static List<FeatureFile> all() {
        List<FeatureFile> files = new ArrayList<>();
        ClassPathFolder.read("features", ".feature").forEach((path, text) -> files.add(parse(path, text)));
        return files;
    }

    static FeatureFile parse(String path, String text) {
        return GherkinParser.builder()
                .includeSource(false)
                .includePickles(false)
                .build()
                .parse(path, text.getBytes(StandardCharsets.UTF_8))
                .map(Envelope::getGherkinDocument)
                .flatMap(document -> document.flatMap(GherkinDocument::getFeature).stream())
                .map(feature -> new FeatureFile(path, feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " is no feature"));
    }

    List<Scenario> scenarios() {
        return feature.getChildren().stream()
                .map(FeatureChild::getScenario)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    /** Tags of a scenario with those that it has from its feature. */
    List<String> tags(Scenario scenario) {
        return Stream.concat(feature.getTags().stream(), scenario.getTags().stream())
                .map(Tag::getName)
                .toList();
    }

    /** The requirements that a scenario names as proved. */
    List<String> requirements(Scenario scenario) {
        return tags(scenario).stream()
                .filter(tag -> tag.startsWith(REQUIREMENT))
                .map(tag -> tag.substring(REQUIREMENT.length()))
                .toList();
    }
}
