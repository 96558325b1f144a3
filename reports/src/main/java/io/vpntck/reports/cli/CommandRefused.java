package io.vpntck.reports.cli;

/** The command cannot do what it was asked; the message is one line that says what is wrong and what to do. */
public final class CommandRefused extends Exception {
    /** Wrong usage or input. */
    public static final int USAGE = 2;

    /** The kit could not run. */
    public static final int CANNOT_RUN = 3;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandRefused(int exitCode, String message) {
        super(message.lines().findFirst().orElse(""));
        this.exitCode = exitCode;
    }

    public static CommandRefused usage(String message) {
        return new CommandRefused(USAGE, message);
    }

    public static CommandRefused cannotRun(String message) {
        return new CommandRefused(CANNOT_RUN, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
