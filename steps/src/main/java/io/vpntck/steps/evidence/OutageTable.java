package io.vpntck.steps.evidence;

import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.MeasuredOutage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The outages that a scenario has measured, with semicolons between the columns: a line each, below the names of the columns. */
public final class OutageTable {
    /** The file with the outages of a scenario. */
    public static final String FILE = "outages.csv";

    private static final String COLUMNS = "cause;direction;probes a second;gap in ms;lost;bound in ms\n";

    private OutageTable() {}

    public static Attachment of(List<MeasuredOutage> outages) {
        String lines = outages.stream()
                .map(o -> String.join(
                                ";",
                                o.cause(),
                                o.direction(),
                                Integer.toString(o.rate()),
                                Long.toString(o.gap().toMillis()),
                                Integer.toString(o.lost()),
                                Long.toString(o.bound().toMillis()))
                        + "\n")
                .collect(Collectors.joining());
        return new Attachment("Measured outages", FILE, "text/csv", (COLUMNS + lines).getBytes(StandardCharsets.UTF_8));
    }
}
