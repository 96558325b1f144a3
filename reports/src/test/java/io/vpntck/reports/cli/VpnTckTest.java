package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VpnTckTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = VpnTck.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no command given",
                "rnu | unknown argument rnu",
                "run --gatewy x | unknown argument --gatewy x",
                "run --seed x | Invalid value for option '--seed'",
                "run --gateway referense | unknown gateway \"referense\"",
                "run --gateway none.yaml | no gateway file none.yaml",
                "run --control-plane http://127.0.0.1:1 --gateway reference | contradict each other",
                "run --control-plane http://127.0.0.1:1 --fault no-pfs | contradict each other",
                "run --region eu-west-1 | is for --control-plane",
                "run --subject control-plan | unknown subject \"control-plan\"",
                "run --control-plane nonsense | is no URL such as",
                "faults --fault wrong-categori | unknown fault \"wrong-categori\"",
                "list cats | unknown list \"cats\"",
                "config --vendor cisko-ios --file x.xml | unknown vendor \"cisko-ios\": did you mean cisco-ios? there are",
                "config --vendor generic | give --connection vpn-… or --file XML",
                "config --vendor generic --file none.xml | no file none.xml",
                "config --vendor generic --file x --connection vpn-1 | mutually exclusive",
                "config --vendor generic --connection vpn-1 --endpoint nonsense | is no URL such as",
                "config --vendor generic --connection vpn-1 --region a.b | is no region such as",
                "config --vendor generic --file pom.xml | begins with <project>, not <vpn_connection>",
                "config --vendor generic --file pom.xml --vpc 10.0.0.1/8 | --vpc is 10.0.0.1/8: give a network such as",
            })
    void refusesInOneLine(String arguments, String message) {
        int code = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("vpn-tck: ").contains(message).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'name: [x' | not YAML",
                "'' | is empty",
                "'name: x' | the key driver is missing",
                "'{name: x, driver: none}' | unknown gateway \"none\"",
                "'{name: x, driver: y, colour: red}' | unknown key \"colour\"",
                "'{name: x, driver: y, capabilities: [fly]}' | unknown capability \"fly\"",
                "'{name: x, driver: y, waivers: [{requirement: A, reason: b, link: c, expires: soon}]}' | is no day",
                "'- a' | not of the shape",
            })
    void refusesAGatewayFileInOneLine(String content, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), content);

        int code = run(
                "run",
                "--gateway",
                file.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("vpn-tck: ")
                .contains(message, "gateway.yaml")
                .hasLineCount(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void suggestsWhatIsNear() {
        assertThat(Nearest.unknown("gateway", "referense", java.util.List.of("reference", "strongswan-static"), "see"))
                .isEqualTo("unknown gateway \"referense\": did you mean reference? see");
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
