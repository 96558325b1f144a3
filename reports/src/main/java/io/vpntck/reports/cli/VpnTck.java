package io.vpntck.reports.cli;

import io.vpntck.reference.live.ServeCommand;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code vpn-tck}. */
@Command(
        name = "vpn-tck",
        mixinStandardHelpOptions = true,
        version = "vpn-tck " + VpnTck.VERSION,
        description = "Checks AWS managed VPN connections, clause by clause of the documentation.",
        subcommands = {RunCommand.class, ServeCommand.class, ListCommand.class, FaultsCommand.class, ConfigCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that ran failed or was inconclusive",
            "1:something failed or was inconclusive",
            "2:wrong usage or input",
            "3:the kit could not run"
        })
public final class VpnTck implements Runnable {
    /** The version of the kit, as in its POM. */
    public static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given: one of run, serve, list, faults, config");
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        int code = commandLine().execute(args);
        System.out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new VpnTck());
        commandLine.setParameterExceptionHandler(VpnTck::refuseUsage);
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> refuse(exception, command));
        return commandLine;
    }

    private static int refuseUsage(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        String message = exception.getMessage().lines().findFirst().orElse("wrong usage");
        if (exception instanceof UnmatchedArgumentException unmatched) {
            message = "unknown argument " + String.join(" ", unmatched.getUnmatched());
        }
        String full = command.getCommandSpec().qualifiedName();
        command.getErr().println("vpn-tck: " + message + " (see " + full + " --help)");
        return CommandRefused.USAGE;
    }

    private static String reason(IOException exception) {
        String text = exception instanceof FileSystemException file
                ? file.getFile() + ": " + Objects.requireNonNullElse(file.getReason(), "no such file or folder")
                : String.valueOf(exception.getMessage());
        return text.replace('\n', ' ') + " (room on the disk? another folder in --out?)";
    }

    private static int refuse(Exception exception, CommandLine command) {
        if (exception instanceof CommandRefused refused) {
            command.getErr().println("vpn-tck: " + refused.getMessage());
            return refused.exitCode();
        }
        if (exception instanceof IOException) {
            command.getErr().println("vpn-tck: reading or writing failed: " + reason((IOException) exception));
            return CommandRefused.CANNOT_RUN;
        }
        String where =
                exception.getStackTrace().length == 0 ? "" : " at " + exception.getStackTrace()[0];
        command.getErr()
                .println(
                        "vpn-tck: the kit itself broke: " + exception.toString().replace('\n', ' ') + where);
        if (Boolean.getBoolean("vpntck.trace")) {
            exception.printStackTrace(command.getErr());
        }
        return CommandRefused.CANNOT_RUN;
    }
}
