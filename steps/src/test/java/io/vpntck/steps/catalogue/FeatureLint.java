package io.vpntck.steps.catalogue;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.StepKeywordType;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.vpntck.steps.gateway.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the README of the features module asks of the form of a feature. */
final class FeatureLint {
    private static final Pattern FEATURE = Pattern.compile("([A-Z][a-z]+\\d+) - \\S.*");
    private static final Pattern SCENARIO = Pattern.compile("\\[(\\d+)] [A-Z].*[^.]");
    private static final Set<String> GROUPS = Set.of("@control-plane", "@data-plane");
    private static final String REQUIREMENT = "@tmsLink=";
    /** Takes more than a minute where time is real. */
    private static final String LONG = "@long";
    /** Runs only when asked for. */
    private static final String SLOW = "@slow";

    private static final String NEED = "@needs-";

    private final List<String> complaints = new ArrayList<>();

    private FeatureLint() {}

    /** One line for each rule broken, with file and line. */
    static List<String> complaints(List<FeatureFile> features) {
        FeatureLint lint = new FeatureLint();
        Map<String, String> names = new HashMap<>();
        for (FeatureFile file : features) {
            String other = names.put(file.feature().getName(), file.path());
            if (other != null) {
                lint.complain(file, 1, "has the name of " + other);
            }
            lint.check(file);
        }
        return lint.complaints;
    }

    private void check(FeatureFile file) {
        Matcher name = FEATURE.matcher(file.feature().getName());
        String fileName =
                file.path().substring(file.path().lastIndexOf('/') + 1).replace(".feature", "");
        if (!name.matches() || !name.group(1).equals(fileName)) {
            complain(file, 1, "the feature is not named " + fileName + " - what it covers");
        }
        Set<String> numbers = new HashSet<>();
        for (FeatureChild child : file.feature().getChildren()) {
            child.getBackground()
                    .ifPresent(b -> complain(
                            file, b.getLocation().getLine(), "a Background: each scenario says itself what it needs"));
        }
        for (Scenario scenario : file.scenarios()) {
            Matcher title = SCENARIO.matcher(scenario.getName());
            if (!title.matches()) {
                complain(file, scenario, "is not named [n] and an imperative sentence without a full stop");
            } else if (!numbers.add(title.group(1))) {
                complain(file, scenario, "has a number that is taken");
            }
            tags(file, scenario);
            steps(file, scenario);
            examples(file, scenario);
        }
    }

    private void tags(FeatureFile file, Scenario scenario) {
        List<String> tags = file.tags(scenario);
        if (tags.stream().filter(GROUPS::contains).count() != 1) {
            complain(file, scenario, "belongs to none or to both of " + GROUPS);
        }
        for (String tag : tags) {
            boolean known = GROUPS.contains(tag)
                    || tag.equals(LONG)
                    || tag.equals(SLOW)
                    || tag.startsWith(REQUIREMENT)
                    || tag.startsWith(NEED)
                            && Capability.ofWord(tag.substring(NEED.length())).isPresent();
            if (!known) {
                complain(
                        file,
                        scenario,
                        "has the unknown tag " + tag + "; capabilities are "
                                + Arrays.stream(Capability.values())
                                        .map(Capability::word)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private void steps(FeatureFile file, Scenario scenario) {
        List<StepKeywordType> keywords = scenario.getSteps().stream()
                .map(Step::getKeywordType)
                .flatMap(java.util.Optional::stream)
                .filter(type -> type != StepKeywordType.CONJUNCTION)
                .toList();
        if (keywords.isEmpty() || keywords.get(0) != StepKeywordType.CONTEXT) {
            complain(file, scenario, "does not start with Given");
        }
        int when = keywords.indexOf(StepKeywordType.ACTION);
        if (when < 0 || when != keywords.lastIndexOf(StepKeywordType.ACTION)) {
            complain(file, scenario, "has none or more than one When");
        }
        if (keywords.isEmpty() || keywords.get(keywords.size() - 1) != StepKeywordType.OUTCOME) {
            complain(file, scenario, "does not end with Then");
        }
        List<Step> steps = scenario.getSteps();
        for (int i = 1; i < steps.size(); i++) {
            if (isA(steps.get(i), StepKeywordType.CONJUNCTION) && isA(steps.get(i - 1), StepKeywordType.ACTION)) {
                complain(file, scenario, "does a second thing after its When");
            }
        }
    }

    private static boolean isA(Step step, StepKeywordType type) {
        return step.getKeywordType().filter(t -> t == type).isPresent();
    }

    private void examples(FeatureFile file, Scenario scenario) {
        for (Examples examples : scenario.getExamples()) {
            List<String> header = examples.getTableHeader().stream()
                    .flatMap(row -> row.getCells().stream())
                    .map(TableCell::getValue)
                    .toList();
            int why = header.indexOf("why");
            for (TableRow row : examples.getTableBody()) {
                if (why < 0 || row.getCells().get(why).getValue().isBlank()) {
                    complain(file, row.getLocation().getLine(), "the row does not say why it is there");
                }
            }
            if (examples.getTableBody().isEmpty()) {
                complain(file, scenario, "has a table without rows");
            }
        }
    }

    private void complain(FeatureFile file, Scenario scenario, String what) {
        complain(file, scenario.getLocation().getLine(), scenario.getName() + " " + what);
    }

    private void complain(FeatureFile file, long line, String what) {
        complaints.add(file.path() + ":" + line + ": " + what);
    }
}
