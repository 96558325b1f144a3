package io.vpntck.steps.dataplane;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.vpntck.steps.diagnosis.Diagnosis;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.run.Attachment;
import java.nio.charset.StandardCharsets;

/** Puts the kit's own diagnosis beside a scenario of traffic that has failed. */
public final class DiagnosisHooks {
    /** Before the testbed is closed: hooks of a higher order come first afterwards. */
    private static final int BEFORE_THE_END = 20_000;

    private final World world;
    private final ConnectionCheck check;

    public DiagnosisHooks(World world, ConnectionCheck check) {
        this.world = world;
        this.check = check;
    }

    @After(value = "@data-plane", order = BEFORE_THE_END)
    public void explain(Scenario scenario) {
        if (!scenario.isFailed()
                || world.configuration().isEmpty()
                || world.vpnConnectionId().isEmpty()) {
            return;
        }
        try {
            Diagnosis diagnosis = check.diagnosis();
            world.log(diagnosis.text());
            world.attach(new Attachment(
                    "The kit's diagnosis",
                    "diagnosis.txt",
                    "text/plain",
                    diagnosis.text().getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException | AssertionError e) {
            // The scenario's own failure is what counts.
            world.log("no diagnosis: " + e);
        }
    }
}
