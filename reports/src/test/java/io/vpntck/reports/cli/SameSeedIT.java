package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed gives the same octets in every run, another seed gives others: seen from two JVMs. */
class SameSeedIT {
    @TempDir
    Path folder;

    @Test
    void capturesOfOneSeedAreTheSameOctets() throws Exception {
        Map<String, String> once = evidence("once", "42");
        assertThat(once).hasSizeGreaterThan(30);
        assertThat(evidence("again", "42")).isEqualTo(once);
        assertThat(evidence("other", "43").values()).isNotEmpty().doesNotContainAnyElementsOf(once.values());
    }

    /** Captures and key files of a run, as hexadecimal digits. */
    private Map<String, String> evidence(String name, String seed) throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        Command run = Command.vpnTck(folder, "run", "--tags", "@data-plane", "--seed", seed, "--out", out.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out.resolve("evidence"))) {
            for (Path file : files.filter(SameSeedIT::isOfTheWire).toList()) {
                content.put(out.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        content.values().removeIf(String::isEmpty);
        return content;
    }

    private static boolean isOfTheWire(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pcapng") || name.equals("esp_sa") || name.equals("ikev1_decryption_table");
    }
}
