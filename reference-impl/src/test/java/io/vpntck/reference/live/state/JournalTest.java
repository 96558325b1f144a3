package io.vpntck.reference.live.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private static JournalEntry entry(String subject) {
        return new JournalEntry(
                JournalEntry.Kind.API,
                "key-ü",
                Instant.parse("2018-09-03T08:00:00.123456789Z"),
                Octets.ofHex("00ff10"),
                subject,
                Map.of("Action", "CreateTags", "Tag.1.Value", "x".repeat(70_000)),
                Octets.ofHex("aabb"));
    }

    private static List<JournalEntry> all(Journal journal) throws IOException {
        List<JournalEntry> found = new ArrayList<>();
        journal.read((number, entry) -> {
            assertThat(number).isEqualTo(found.size() + 1L);
            found.add(entry);
        });
        return found;
    }

    @Test
    void keepsEntriesInTheirOrderOverARestart() throws Exception {
        try (Journal journal = Journal.open(folder.resolve("state"))) {
            assertThat(journal.accepted()).isZero();
            journal.append(entry("first"));
            journal.append(entry("second"));
            journal.awaitWritten(journal.accepted());
            assertThat(all(journal)).containsExactly(entry("first"), entry("second"));
        }
        try (Journal journal = Journal.open(folder.resolve("state"))) {
            assertThat(journal.accepted()).isEqualTo(2);
            journal.append(entry("third"));
        }
        try (Journal journal = Journal.open(folder.resolve("state"))) {
            assertThat(all(journal)).containsExactly(entry("first"), entry("second"), entry("third"));
        }
    }

    @Test
    void isReadableForItsOwnerOnly() throws Exception {
        Path state = folder.resolve("state");
        try (Journal journal = Journal.open(state)) {
            assertThat(journal.accepted()).isZero();
            assertThat(permissions(state)).isEqualTo("rwx------");
            assertThat(permissions(state.resolve("journal.mv.db"))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isOpenOnceOnly() throws Exception {
        try (Journal journal = Journal.open(folder)) {
            assertThatThrownBy(() -> Journal.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the state in " + folder
                            + " is in use: end the process that serves it, or choose another folder with --state");
            assertThat(journal.accepted()).isZero();
        }
    }

    @Test
    void refusesAFileOfSomethingElse() throws Exception {
        Files.writeString(folder.resolve("journal.mv.db"), "no journal".repeat(2000));

        assertThatThrownBy(() -> Journal.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the state in " + folder + " cannot be read (")
                .hasMessageEndingWith("): choose another folder with --state");
    }

    @Test
    void holdsToWhatItWasBegunWith() throws Exception {
        try (Journal journal = Journal.open(folder)) {
            journal.demand("--outside", "198.51.100.1");
        }
        try (Journal journal = Journal.open(folder)) {
            journal.demand("--outside", "198.51.100.1");
            assertThatThrownBy(() -> journal.demand("--outside", "198.51.100.9"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was made with --outside \"198.51.100.1\": start with the same");
        }
    }

    @Test
    void readsWhatItWroteAndRefusesEveryTruncation() throws Exception {
        JournalEntry entry = new JournalEntry(
                JournalEntry.Kind.TELEMETRY,
                "k",
                Instant.EPOCH,
                Octets.ofHex("01"),
                "198.51.100.1",
                Map.of("up", "true"),
                Octets.ofHex(""));
        byte[] octets = EntryCodec.encode(entry);

        assertThat(EntryCodec.decode(octets)).isEqualTo(entry);
        for (int length = 0; length < octets.length; length++) {
            byte[] part = Arrays.copyOf(octets, length);
            assertThatThrownBy(() -> EntryCodec.decode(part)).isInstanceOf(IOException.class);
        }
        byte[] longer = Arrays.copyOf(octets, octets.length + 1);
        assertThatThrownBy(() -> EntryCodec.decode(longer)).hasMessage("an entry with 1 octets too many");
    }
}
