package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** The text documents that are made of the native one. */
public final class TextDocumentSteps {
    private final Stage stage;

    public TextDocumentSteps(Stage stage) {
        this.stage = stage;
    }

    private TextDocuments documents() {
        return new TextDocuments(stage.connection());
    }

    private List<GenericText.Tunnel> tunnels() {
        return new GenericText(documents().of("generic")).tunnels();
    }

    @Then("the generic document has {string} and {string}, each with a value for these fields:")
    public void hasTheFields(String first, String second, List<String> fields) {
        List<GenericText.Tunnel> tunnels = tunnels();
        assertThat(tunnels)
                .as("headings of the tunnels")
                .extracting(GenericText.Tunnel::heading)
                .containsExactly(first, second);
        assertThat(tunnels).allSatisfy(tunnel -> {
            assertThat(tunnel.fields().keySet())
                    .as("fields of %s", tunnel.heading())
                    .containsAll(fields);
            assertThat(tunnel.fields().values())
                    .as("values of %s", tunnel.heading())
                    .noneMatch(String::isBlank);
        });
    }

    @Then("section #{int} of both tunnels of the generic document has values for {}")
    public void hasValuesFor(int section, String fields) {
        List<GenericText.Tunnel> tunnels = tunnels();
        assertThat(tunnels).as("tunnels").hasSize(2);
        assertThat(tunnels).allSatisfy(tunnel -> {
            assertThat(tunnel.fields(section).keySet())
                    .as("fields of section #%d of %s", section, tunnel.heading())
                    .containsExactlyInAnyOrder(fields.split(", "));
            assertThat(tunnel.fields(section).values())
                    .as("values of section #%d of %s", section, tunnel.heading())
                    .noneMatch(String::isBlank);
        });
    }

    @Then("both tunnels of the generic document have these sections, in this order:")
    public void haveTheSections(List<String> headings) {
        List<GenericText.Tunnel> tunnels = tunnels();
        assertThat(tunnels).as("tunnels").hasSize(2);
        assertThat(tunnels).allSatisfy(tunnel -> assertThat(tunnel.sections().keySet())
                .as("sections of %s", tunnel.heading())
                .containsExactlyElementsOf(headings));
    }

    @Then("nothing of what the documents show as examples is in its configuration, or in a document made of it:")
    public void noExamples(List<String> examples) {
        Map<String, String> documents = documents().all();
        assertThat(documents).as("documents").hasSizeGreaterThan(1);
        documents.put("native", stage.connection().customerGatewayConfiguration());
        assertThat(documents).allSatisfy((vendor, text) -> assertThat(examples)
                .allSatisfy(
                        example -> assertThat(text).as("document: %s", vendor).doesNotContainPattern(alone(example))));
    }

    /** Not inside an id or a key, which may have any letters and digits. */
    private static Pattern alone(String example) {
        boolean word = Character.isLetterOrDigit(example.charAt(example.length() - 1));
        return Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(example) + (word ? "(?![0-9A-Za-z])" : ""));
    }

    @Then(
            "section #{int} of both tunnels of the generic document says that {string} is the minimum, and offers {string} with the groups {string}")
    public void saysTheMinimum(int section, String minimum, String stronger, String groups) {
        List<GenericText.Tunnel> tunnels = tunnels();
        assertThat(tunnels).as("tunnels").hasSize(2);
        assertThat(tunnels).allSatisfy(tunnel -> assertThat(tunnel.section(section))
                .as("section #%d of %s", section, tunnel.heading())
                .containsSubsequence("minimum: " + minimum, stronger, " " + groups + "."));
    }

    /** In the order of the tunnels: what belongs to tunnel 1 is named before its counterpart of tunnel 2. */
    @Then("the documents for {} name these values of its tunnels:")
    public void nameTheValues(String vendors, List<List<String>> rows) {
        TextDocuments documents = documents();
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            columns.add(List.of(rows.get(1).get(column), rows.get(2).get(column)));
        }
        assertThat(words(vendors)).allSatisfy(vendor -> {
            String text = documents.of(vendor);
            assertThat(columns).allSatisfy(column -> {
                assertThat(text).as("document for %s", vendor).contains(column);
                assertThat(text.indexOf(column.get(0)))
                        .as("%s before %s in the document for %s", column.get(0), column.get(1), vendor)
                        .isLessThan(text.indexOf(column.get(1)));
            });
        });
    }

    @Then("the documents for {} name the customer gateway's address and the outside addresses of the telemetry")
    public void nameTheAddresses(String vendors) {
        List<String> addresses = new ArrayList<>(stage.connection().vgwTelemetry().stream()
                .map(VgwTelemetry::outsideIpAddress)
                .toList());
        addresses.add(stage.customerGatewayNow().ipAddress());
        name(vendors, addresses);
    }

    @Then("the documents for {} name the ASNs {word} and {word}")
    public void nameTheAsns(String vendors, String first, String second) {
        name(vendors, List.of(first, second));
    }

    private void name(String vendors, List<String> values) {
        TextDocuments documents = documents();
        assertThat(words(vendors))
                .allSatisfy(vendor -> assertThat(values).allSatisfy(value -> assertThat(documents.of(vendor))
                        .as("document for %s", vendor)
                        .containsPattern(alone(value))));
    }

    private static List<String> words(String list) {
        return List.of(list.split(", | and "));
    }
}
