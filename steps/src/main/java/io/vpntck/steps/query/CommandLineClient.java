package io.vpntck.steps.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The AWS CLI of this machine, unmodified, told another endpoint. */
public final class CommandLineClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/aws"), Path.of("/usr/local/bin/aws"));
    private static final int MOST_MINUTES = 2;

    private final Path program;
    private final List<String> options;
    private final Map<String, String> environment;

    /** @throws IllegalStateException where there is no AWS CLI: see {@link #isThere} */
    public CommandLineClient(URI endpoint, String region, String accessKey, String secretKey) {
        program = find().orElseThrow(() -> new IllegalStateException("there is no AWS CLI at " + PLACES));
        options = List.of("--endpoint-url", endpoint.toString(), "--region", region, "--output", "json");
        environment = Map.of(
                "AWS_ACCESS_KEY_ID", accessKey,
                "AWS_SECRET_ACCESS_KEY", secretKey,
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_MAX_ATTEMPTS", "1",
                "AWS_PAGER", "");
    }

    /** Whether the CLI is installed where distributions and the vendor put it. */
    public static boolean isThere() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * What a command came to.
     *
     * @param complaints everything on standard error
     */
    public record Answer(String command, int exitCode, String output, String complaints) {

        /** The JSON that it printed. @throws IllegalStateException for anything else */
        public JsonNode json() {
            try {
                return JSON.readTree(output);
            } catch (IOException e) {
                throw new IllegalStateException(command + " printed no JSON: " + output, e);
            }
        }
    }

    /** Runs {@code aws ec2} with these words to its end, two minutes at most. */
    public Answer ec2(String... words) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(options);
        command.add("ec2");
        command.addAll(List.of(words));
        try {
            Path home = Files.createTempDirectory("vpn-tck-aws");
            try {
                return run(command, home, String.join(" ", words));
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the AWS CLI cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** @param home an empty folder, so that no profile of the user counts */
    private Answer run(List<String> command, Path home, String words) throws IOException, InterruptedException {
        Path output = home.resolve("output");
        Path complaints = home.resolve("complaints");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(complaints.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Answer(
                words,
                process.exitValue(),
                Files.readString(output),
                Files.readString(complaints).strip());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
