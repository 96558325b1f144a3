package io.vpntck.steps.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters of a request, {@code Action} and {@code Version} among them. */
public record Form(Map<String, String> parameters) {
    private static final String VERSION = "2016-11-15";

    public Form {
        parameters = Map.copyOf(parameters);
    }

    /** An action with parameters as features write them: {@code Type=ipsec.1 AmazonSideAsn=64512}. */
    public static Form of(String action, String text) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Action", action, "Version", VERSION));
        for (String pair : text.isBlank() ? new String[0] : text.trim().split(" +")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not NAME=VALUE: " + pair);
            }
            all.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Form(all);
    }

    public Form with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(name, value);
        return new Form(all);
    }

    public Form without(String name) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.remove(name);
        return new Form(all);
    }

    /** Sorted and escaped as Signature Version 4 wants a query string: good as a body too. */
    String encoded() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(p -> escaped(p.getKey()) + "=" + escaped(p.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
