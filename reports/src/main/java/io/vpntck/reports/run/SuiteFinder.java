package io.vpntck.reports.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** The scenarios on the class path, found by the JUnit Platform and Cucumber's engine. */
final class SuiteFinder {
    /** How Cucumber calls a row of an outline; the name follows when the outline's name has placeholders. */
    private static final Pattern ROW = Pattern.compile("Example #([0-9.]+)(?:: (.*))?");

    private final Launcher launcher;
    private final Map<String, String> parameters;

    SuiteFinder(Launcher launcher, Map<String, String> parameters) {
        this.launcher = launcher;
        this.parameters = parameters;
    }

    /** What was found, and by which id the platform runs it. */
    record Found(Scenario scenario, UniqueIdSelector selector) {}

    /** All scenarios in the class path folder {@code root}, in order of file and line. */
    List<Found> find(String root) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(root))
                .filters(EngineFilter.includeEngines("cucumber"))
                .configurationParameters(parameters)
                .build();
        TestPlan plan = launcher.discover(request);
        List<Found> found = new ArrayList<>();
        for (TestIdentifier top : plan.getRoots()) {
            for (TestIdentifier identifier : plan.getDescendants(top)) {
                if (identifier.isTest()) {
                    found.add(read(plan, identifier));
                }
            }
        }
        found.sort(Comparator.comparing((Found f) -> f.scenario().file())
                .thenComparing(f -> f.scenario().line()));
        return found;
    }

    private static Found read(TestPlan plan, TestIdentifier identifier) {
        ClasspathResourceSource source = (ClasspathResourceSource) identifier
                .getSource()
                .filter(ClasspathResourceSource.class::isInstance)
                .orElseThrow(() -> new IllegalStateException("no place known of " + identifier));
        String file = source.getClasspathResourceName();
        int line = source.getPosition().orElseThrow().getLine();
        List<String> names = new ArrayList<>();
        for (Optional<TestIdentifier> at = Optional.of(identifier);
                at.isPresent() && at.get().getParentId().isPresent();
                at = plan.getParent(at.get())) {
            names.add(0, at.get().getDisplayName());
        }
        Scenario scenario = new Scenario(
                "classpath:" + file + ":" + line,
                nameOf(names),
                names.get(0),
                file,
                line,
                identifier.getTags().stream().map(TestTag::getName).collect(Collectors.toSet()));
        return new Found(scenario, selectUniqueId(identifier.getUniqueId()));
    }

    /**
     * The name of a scenario; for a row of an outline the one with the row's values in it.
     *
     * @param names from the feature down
     */
    private static String nameOf(List<String> names) {
        String last = names.get(names.size() - 1);
        Matcher row = ROW.matcher(last);
        if (!row.matches()) {
            return last;
        }
        return row.group(2) != null ? row.group(2) : names.get(names.size() - 3) + " (row " + row.group(1) + ")";
    }
}
