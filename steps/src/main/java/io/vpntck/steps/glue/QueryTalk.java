package io.vpntck.steps.glue;

import io.vpntck.steps.query.Form;
import io.vpntck.steps.query.Manner;
import io.vpntck.steps.query.QueryAnswer;
import io.vpntck.steps.query.QueryClient;
import io.vpntck.steps.testbed.Testbed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests by hand in one scenario: the names that its features use for ids, and the answers so far. */
public final class QueryTalk {
    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

    private final World world;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<QueryAnswer> answers = new ArrayList<>();

    public QueryTalk(World world) {
        this.world = world;
    }

    void name(String words, String id) {
        ids.put(words, id);
    }

    /** @param text parameters, with {@code {VPN connection}} for an id */
    Form form(String action, String text) {
        Matcher matcher = NAME.matcher(text);
        return Form.of(action, matcher.replaceAll(found -> Matcher.quoteReplacement(id(found.group(1)))));
    }

    private String id(String words) {
        if (!ids.containsKey(words)) {
            throw new IllegalArgumentException("nothing is named " + words);
        }
        return ids.get(words);
    }

    QueryAnswer ask(Form form, Manner manner) {
        Testbed testbed = world.testbed();
        QueryClient client = new QueryClient(
                testbed.ec2Endpoint(), "ec2", testbed.region(), testbed.accessKey(), testbed.secretKey());
        return CreatedByHand.entered(testbed.ledger(), testbed.region(), () -> client.send(form, manner));
    }

    /** Sends a request, and keeps its answer. */
    void send(Form form, Manner manner) {
        answers.add(ask(form, manner));
    }

    List<QueryAnswer> answers() {
        return List.copyOf(answers);
    }

    /** The one answer of the scenario. */
    QueryAnswer answer() {
        if (answers.size() != 1) {
            throw new IllegalStateException(answers.size() + " answers");
        }
        return answers.get(0);
    }
}
