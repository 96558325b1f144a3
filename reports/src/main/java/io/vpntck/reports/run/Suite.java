package io.vpntck.reports.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The features on the class path, to be found once and run any number of times, one run at a time. */
public final class Suite {
    /** Where the features stand on the class path. */
    public static final String FEATURES = "features";

    /** The packages with the steps and hooks. */
    public static final String GLUE = "io.vpntck.steps.glue,io.vpntck.steps.dataplane,io.vpntck.steps.monitoring";

    private final Launcher launcher;
    private final Map<String, String> parameters;
    private final Map<String, UniqueIdSelector> selectors = new LinkedHashMap<>();
    private final List<Scenario> scenarios;

    private Suite(String root, String glue) {
        // Only Cucumber, and none of the listeners that happen to be on the class path: the run may itself be inside a
        // test.
        launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
        parameters = Map.of(
                "cucumber.glue",
                glue,
                "cucumber.plugin",
                StepRecorder.class.getName(),
                "cucumber.publish.quiet",
                "true",
                "cucumber.junit-platform.naming-strategy",
                "short");
        List<SuiteFinder.Found> found = new SuiteFinder(launcher, parameters).find(root);
        found.forEach(f -> selectors.put(f.scenario().id(), f.selector()));
        scenarios = found.stream().map(SuiteFinder.Found::scenario).toList();
    }

    public static Suite onClassPath() {
        return new Suite(FEATURES, GLUE);
    }

    /** The features of another folder of the class path, with steps of other packages: the kit's own tests have some. */
    public static Suite of(String root, String glue) {
        return new Suite(root, glue);
    }

    /** All scenarios, in order of file and line. */
    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** Runs the scenarios with the ids in {@code chosen}; says how each went, in the order in which they ran. */
    List<ScenarioOutcome> run(Set<String> chosen, ProgressListener progress, SimulatedTime time) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(scenarios.stream()
                        .map(Scenario::id)
                        .filter(chosen::contains)
                        .map(selectors::get)
                        .toList())
                .filters(EngineFilter.includeEngines("cucumber"))
                .configurationParameters(parameters)
                .build();
        RunInProgress run = new RunInProgress(progress, time);
        RunInProgress.begin(run);
        try {
            launcher.execute(request);
        } finally {
            RunInProgress.end();
        }
        return run.outcomes();
    }
}
