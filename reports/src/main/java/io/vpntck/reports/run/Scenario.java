package io.vpntck.reports.run;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A scenario, or one row of a scenario outline, as it stands on the class path; nothing has run yet.
 *
 * @param id URI of the feature and line, as Cucumber gives them: {@code classpath:features/control-plane/Asn1.feature:12}
 * @param feature the name of the feature
 * @param file the path of the feature on the class path: {@code features/control-plane/Asn1.feature}
 * @param tags without the at sign
 */
public record Scenario(String id, String name, String feature, String file, int line, Set<String> tags) {
    private static final String REQUIREMENT = "tmsLink=";
    private static final String NEED = "needs-";
    private static final String SLOW = "slow";

    public Scenario {
        tags = Set.copyOf(tags);
    }

    /** The ids of the requirements that it proves, in order. */
    public List<String> requirements() {
        return withPrefix(REQUIREMENT);
    }

    /** The words of the capabilities that it needs, in order. */
    public List<String> needs() {
        return withPrefix(NEED);
    }

    /** Whether it runs only when it is asked for, by its tag or its place. */
    public boolean slow() {
        return tags.contains(SLOW);
    }

    /** File and line, as {@code --scenario} takes them. */
    public String place() {
        return file + ":" + line;
    }

    private List<String> withPrefix(String prefix) {
        return tags.stream()
                .filter(t -> t.startsWith(prefix))
                .map(t -> t.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }
}
