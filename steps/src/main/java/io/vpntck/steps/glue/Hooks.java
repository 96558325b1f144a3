package io.vpntck.steps.glue;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.vpntck.steps.evidence.EvidenceOfScenario;
import io.vpntck.steps.evidence.OutageTable;
import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.CurrentRun;
import io.vpntck.steps.run.RunContext;
import io.vpntck.steps.testbed.TestbedRequest;
import java.util.ArrayList;
import java.util.List;

/** Opens the testbed of a scenario, and gathers its evidence before the testbed goes. */
public final class Hooks {
    private final World world;

    public Hooks(World world) {
        this.world = world;
    }

    @Before
    public void openTestbed(Scenario scenario) {
        RunContext run = CurrentRun.get();
        String id = id(scenario);
        world.open(
                run.provider()
                        .open(new TestbedRequest(
                                run.gateway(),
                                account(scenario),
                                seed(run.seed(), id),
                                run.faults(),
                                run.packetEvents())),
                scenario::log);
    }

    @After
    public void closeTestbed(Scenario scenario) {
        try (World closing = world) {
            List<Attachment> all = new ArrayList<>(
                    EvidenceOfScenario.collect(closing.testbed(), closing.configuration(), closing.notes()));
            if (!closing.outages().isEmpty()) {
                all.add(OutageTable.of(closing.outages()));
            }
            all.addAll(closing.attachments());
            CurrentRun.get().evidence().accept(id(scenario), all);
        }
    }

    private static String id(Scenario scenario) {
        return scenario.getUri() + ":" + scenario.getLine();
    }

    /** File name and line: {@code Asn1-12}. */
    private static String account(Scenario scenario) {
        String file = scenario.getUri().toString().replaceAll(".*[/:]", "").replace(".feature", "");
        return file + "-" + scenario.getLine();
    }

    /** Follows from the run's seed and the scenario alone, so that one scenario is replayed without the others. */
    static long seed(long runSeed, String scenarioId) {
        return runSeed * 1_000_003 + scenarioId.hashCode();
    }
}
