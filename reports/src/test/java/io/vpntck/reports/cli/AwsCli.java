package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The unmodified AWS CLI, told another endpoint and nothing else; what it is asked and prints goes into a transcript. */
final class AwsCli {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CANDIDATES = List.of("/usr/bin/aws", "aws");
    private static final int MOST_MINUTES = 2;

    private final String program;
    private final URI endpoint;
    private final Path home;
    private final Path transcript;

    private AwsCli(String program, URI endpoint, Path home, Path transcript) {
        this.program = program;
        this.endpoint = endpoint;
        this.home = home;
        this.transcript = transcript;
    }

    /**
     * Finds the CLI; without one the test is skipped by name and with the reason, or fails where it is required.
     *
     * @param home an empty folder, so that no profile of the user counts
     */
    static AwsCli require(String test, URI endpoint, Path home, Path transcript) throws Exception {
        for (String candidate : CANDIDATES) {
            AwsCli cli = new AwsCli(candidate, endpoint, home, transcript);
            try {
                Command version = Command.run(home, List.of(candidate, "--version"));
                if (version.exitCode() == 0) {
                    cli.note("# " + version.output());
                    return cli;
                }
            } catch (IOException e) {
                // This one cannot be run: the next may.
            }
        }
        String reason = "the AWS CLI cannot be run: install it, on Debian with apt-get install awscli";
        if (System.getProperty("tck.awscli", "optional").equals("required")) {
            fail(reason);
        }
        System.out.println("SKIPPED " + test + ": " + reason);
        abort(reason);
        throw new IllegalStateException("not reached");
    }

    /** Runs a command that must succeed without a word of complaint. @param words {@code ec2 describe-vpcs …} */
    JsonNode ask(String... words) throws Exception {
        Result result = run(words);
        assertThat(result.exitCode)
                .as("exit code of %s: %s", List.of(words), result.errors)
                .isZero();
        assertThat(result.errors).as("standard error of %s", List.of(words)).isEmpty();
        return result.output.isBlank() ? JSON.nullNode() : JSON.readTree(result.output);
    }

    /** Runs a command that must be refused; gives back what the CLI says. */
    String refused(String... words) throws Exception {
        Result result = run(words);
        assertThat(result.exitCode).as("exit code of %s", List.of(words)).isNotZero();
        assertThat(result.output).as("standard output of %s", List.of(words)).isBlank();
        return result.errors;
    }

    private record Result(int exitCode, String output, String errors) {}

    private Result run(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(program, "--endpoint-url", endpoint.toString()));
        all.addAll(List.of("--region", "eu-west-1", "--output", "json"));
        all.addAll(Arrays.asList(words));
        Path output = home.resolve("output");
        Path errors = home.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(home.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("AWS_ACCESS_KEY_ID", "AKIDCLI");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "secret of the CLI");
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("AWS_PAGER", "");
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IOException(all + " did not end in " + MOST_MINUTES + " minutes");
        }
        Result result = new Result(
                process.exitValue(),
                Files.readString(output),
                Files.readString(errors).strip());
        note("$ aws " + String.join(" ", words) + "\n" + result.output + result.errors + "\n");
        return result;
    }

    private void note(String text) throws IOException {
        Files.writeString(
                transcript,
                text + (text.endsWith("\n") ? "" : "\n"),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
