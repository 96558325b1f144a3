package io.vpntck.reports.run;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which scenarios a run is asked for. Parts that are empty choose all; together they narrow.
 *
 * @param requirements ids of requirements
 * @param subject whose requirements
 * @param tags a tag expression of Cucumber's, for example {@code @control-plane and not @long}
 * @param places files and lines of scenarios
 */
public record Selection(
        List<String> requirements, Optional<Subject> subject, Optional<String> tags, List<String> places) {
    private static final String SLOW = "@slow";

    /** Everything but what is slow. */
    public static final Selection ALL = new Selection(List.of(), Optional.empty(), Optional.empty(), List.of());

    /**
     * A subject of the catalogue.
     *
     * @param word {@code control-plane}, {@code aws-side}, {@code customer-gateway} or {@code harness}
     * @param requirements all that are about it
     */
    public record Subject(String word, Set<String> requirements) {
        public Subject {
            requirements = Set.copyOf(requirements);
        }
    }

    /** Whatever the subject. */
    public Selection(List<String> requirements, Optional<String> tags, List<String> places) {
        this(requirements, Optional.empty(), tags, places);
    }

    /** @throws IllegalArgumentException when {@code tags} is no tag expression */
    public Selection {
        requirements = List.copyOf(requirements);
        places = List.copyOf(places);
        tags.ifPresent(Selection::parse);
    }

    /** Ids of those chosen; one tagged {@code @slow} only when {@code tags} names that tag or {@code places} names it. */
    public Set<String> choose(List<Scenario> scenarios) {
        Optional<Expression> expression = tags.map(Selection::parse);
        boolean slow = !places.isEmpty() || tags.filter(t -> t.contains(SLOW)).isPresent();
        return scenarios.stream()
                .filter(s -> slow || !s.slow())
                .filter(s -> requirements.isEmpty() || s.requirements().stream().anyMatch(requirements::contains))
                .filter(s -> subject.isEmpty()
                        || s.requirements().stream().anyMatch(subject.get().requirements()::contains))
                .filter(s -> places.isEmpty() || places.contains(s.place()))
                .filter(s -> expression.isEmpty()
                        || expression
                                .get()
                                .evaluate(s.tags().stream().map(t -> "@" + t).toList()))
                .map(Scenario::id)
                .collect(Collectors.toSet());
    }

    /** In words, for the reports: {@code all}, or what narrows it. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (!requirements.isEmpty()) {
            parts.add("requirements " + String.join(", ", requirements));
        }
        subject.ifPresent(s -> parts.add("subject " + s.word()));
        tags.ifPresent(t -> parts.add("tags " + t));
        if (!places.isEmpty()) {
            parts.add("scenarios " + String.join(", ", places));
        }
        return parts.isEmpty() ? "all" : String.join("; ", parts);
    }

    private static Expression parse(String expression) {
        try {
            return TagExpressionParser.parse(expression);
        } catch (TagExpressionException e) {
            throw new IllegalArgumentException("\"" + expression + "\" is no tag expression", e);
        }
    }
}
