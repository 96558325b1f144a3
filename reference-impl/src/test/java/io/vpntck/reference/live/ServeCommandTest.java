package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve} as a process: how it begins, what it refuses, and how it ends. */
@Timeout(60)
class ServeCommandTest {
    @TempDir
    private Path temporary;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("vpn-tck")))
                    .as("temporary files left behind")
                    .isEmpty();
        }
    }

    private Process serve(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ServeCommand.class.getName()));
        if (Runtime.version().feature() >= 22) {
            words.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void endsWithZeroOnSigtermAndFreesThePort() throws Exception {
        int port = freePort();
        Process server = serve("--port", Integer.toString(port));
        assertThat(output(server).readLine())
                .isEqualTo("Serving the EC2 API on http://127.0.0.1:" + port + ", a control plane only (no --outside)");
        server.destroy();
        assertThat(server.waitFor(5, TimeUnit.SECONDS)).as("ended in time").isTrue();
        assertThat(server.exitValue()).isZero();
        try (ServerSocket again = new ServerSocket()) {
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void refusesAPortThatIsInUse() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process server = serve("--port", Integer.toString(holder.getLocalPort()));
            assertThat(output(server).lines())
                    .containsExactly("vpn-tck: cannot listen on 127.0.0.1:" + holder.getLocalPort()
                            + ": Address already in use: end what uses it, or choose another with --port");
            assertThat(server.waitFor()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port     | 0               | --port is 0: give a TCP port from 1 to 65535",
                "--port     | 65536           | --port is 65536: give a TCP port from 1 to 65535",
                "--bind     | here            | --bind is here: give an IPv4 address of this machine",
                "--outside  | 198.51.100.300  | --outside is 198.51.100.300: give an IPv4 address, or a prefix such as"
                        + " 198.51.100.64/27",
                "--outside  | 198.18.0.0/21   | --outside is 198.18.0.0/21: a prefix of more than 1024 addresses",
                "--outside  | 198.51.100.64,x | --outside is x: give an IPv4 address, or a prefix such as"
                        + " 198.51.100.64/27"
            })
    void refusesBadInputWithOneLine(String option, String value, String line) throws Exception {
        Process server = serve(option, value);
        assertThat(output(server).lines()).containsExactly("vpn-tck: " + line);
        assertThat(server.waitFor()).isEqualTo(2);
    }

    /** VPN-API-29. An address of no host here, so that nothing listens to other hosts. */
    @Test
    void warnsWhenOtherHostsMayAsk() throws Exception {
        Process server = serve("--port", Integer.toString(freePort()), "--bind", "198.51.100.1");
        assertThat(output(server).readLine())
                .isEqualTo("vpn-tck: warning: answers carry pre-shared keys, over plain HTTP, to other hosts");
        assertThat(server.waitFor()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AKIDA                  | line 1 is not an access key and a secret key",
                "# none                 | there is no access key in it",
                "AKIDA one\\nAKIDA two | line 2 has an access key that was there before"
            })
    void refusesCredentialsWithOneLine(String text, String reason) throws Exception {
        Path file = Files.writeString(temporary.resolve("pairs"), text.replace("\\n", "\n"));
        Process server = serve("--credentials", file.toString());
        assertThat(output(server).lines()).containsExactly("vpn-tck: --credentials is " + file + ": " + reason);
        assertThat(server.waitFor()).isEqualTo(2);
    }

    @Test
    void refusesAnInterfaceThatIsNotThere() throws Exception {
        Process server = serve("--port", Integer.toString(freePort()), "--capture", "nowhere0");
        assertThat(output(server).lines()).singleElement().asString().contains("nowhere0");
        assertThat(server.waitFor()).isEqualTo(3);
    }
}
