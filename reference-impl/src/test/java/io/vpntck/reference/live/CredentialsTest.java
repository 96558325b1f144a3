package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VPN-API-02: the key pairs that {@code serve} is given. */
class CredentialsTest {
    @TempDir
    private Path folder;

    @Test
    void knowsThePairsOfItsFileAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("pairs"), "# ours\n\n  AKIDA  first secret \nAKIDB\tsecond\n");
        Credentials credentials = Credentials.read(file);
        assertThat(credentials.secretKey("AKIDA")).contains("first secret");
        assertThat(credentials.secretKey("AKIDB")).contains("second");
        assertThat(credentials.know("AKIDB")).isTrue();
        assertThat(credentials.know("AKIDC")).isFalse();
    }

    @Test
    void takesAnyPairWithoutAFile() {
        assertThat(Credentials.ANY.know("AKIDC")).isTrue();
        assertThat(Credentials.ANY.secretKey("AKIDC")).isEmpty();
    }
}
