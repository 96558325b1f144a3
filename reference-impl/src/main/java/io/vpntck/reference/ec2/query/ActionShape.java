package io.vpntck.reference.ec2.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameters of one action, as the API's model of 2018-09 has them.
 *
 * @param known every name, with {@code N} for an index
 * @param required sets of names of which one must be there
 */
record ActionShape(Set<String> known, List<List<String>> required) {
    private static final Set<String> COMMON = Set.of("Action", "Version", "DryRun");
    private static final Map<String, ActionShape> ALL = read();

    ActionShape {
        known = Set.copyOf(known);
        required = List.copyOf(required);
    }

    /** Empty for an action that the API of 2018-09 does not have. */
    static Optional<ActionShape> of(String action) {
        return Optional.ofNullable(ALL.get(action));
    }

    private static Map<String, ActionShape> read() {
        Properties text = new Properties();
        try (InputStream in = ActionShape.class.getResourceAsStream("actions.properties")) {
            text.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, ActionShape> all = new TreeMap<>();
        text.stringPropertyNames().forEach(action -> all.put(action, parse(text.getProperty(action))));
        return all;
    }

    private static ActionShape parse(String line) {
        Set<String> known = new HashSet<>(COMMON);
        List<List<String>> required = new ArrayList<>();
        for (String entry : line.isBlank() ? new String[0] : line.trim().split(" +")) {
            boolean must = entry.endsWith("*");
            List<String> names = List.of((must ? entry.substring(0, entry.length() - 1) : entry).split("\\|"));
            known.addAll(names);
            if (must) {
                required.add(names);
            }
        }
        return new ActionShape(known, required);
    }
}
