package io.vpntck.reports.cli;

import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import java.io.PrintWriter;

/** Shows a run going on: one line that rewrites itself on a terminal, else a line now and then. */
final class ConsoleProgress implements ProgressListener {
    private static final int WIDTH = 79;
    private static final int BAR = 24;
    private static final int LINES = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final String what;
    private final int total;
    private int done;
    private int broken;

    ConsoleProgress(PrintWriter out, boolean terminal, String what, int total) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    @Override
    public void begins(String scenarioId) {
        if (terminal) {
            int filled = total == 0 ? BAR : BAR * done / total;
            String name = scenarioId.replaceFirst("^.*/", "");
            String line = "%s [%s%s] %d/%d, %d not passed, %s"
                    .formatted(what, "#".repeat(filled), " ".repeat(BAR - filled), done, total, broken, name);
            out.print("\r" + fit(line));
            out.flush();
        }
    }

    @Override
    public void ends(ScenarioOutcome outcome) {
        done++;
        outcome.broken().ifPresent(step -> show(outcome, step));
        if (!terminal && (done == total || done * LINES / total > (done - 1) * LINES / total)) {
            out.println("%s %d/%d, %d not passed".formatted(what, done, total, broken));
            out.flush();
        }
        if (terminal && done == total) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }

    private void show(ScenarioOutcome outcome, StepOutcome step) {
        broken++;
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        out.println(
                "  not passed: " + outcome.scenarioId().replaceFirst("^[a-z]+:", "") + " at \"" + step.text() + "\"");
        out.flush();
    }

    private static String fit(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH) : line + " ".repeat(WIDTH - line.length());
    }
}
