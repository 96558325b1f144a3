package io.vpntck.steps.dataplane;

import io.cucumber.java.en.Given;
import io.vpntck.steps.glue.Stage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timers of the gateway other than the document's: edited in it, as its own text tells customers to. */
public final class ConfiguredValueSteps {
    private final Stage stage;

    public ConfiguredValueSteps(Stage stage) {
        this.stage = stage;
    }

    @Given("the gateway is configured for lifetimes of {int} s and {int} s in the two phases, and started")
    public void lifetimes(int phase1, int phase2) {
        String document = stage.connection().customerGatewayConfiguration();
        stage.configureAndStart(with(with(document, "ike", "lifetime", phase1), "ipsec", "lifetime", phase2));
    }

    @Given("the gateway is configured to ask a silent peer after {int} s, and started")
    public void asks(int interval) {
        stage.configureAndStart(
                with(stage.connection().customerGatewayConfiguration(), "dead_peer_detection", "interval", interval));
    }

    /** The document with another value in one element of a part of both tunnels. */
    private static String with(String document, String part, String element, int value) {
        Matcher found = Pattern.compile(
                        "(<%1$s>.*?<%2$s>)[^<]*(</%2$s>.*?</%1$s>)".formatted(part, element), Pattern.DOTALL)
                .matcher(document);
        return found.replaceAll(match -> match.group(1) + value + match.group(2));
    }
}
