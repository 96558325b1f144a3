package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.ec2.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Request parameters, by the names that they have on the wire. */
final class Parameters {
    private static final Pattern INDEX = Pattern.compile("\\.([1-9][0-9]{0,4})(?=\\.|$)");
    private static final TreeSet<Integer> NONE = new TreeSet<>();

    private final Map<String, String> values;
    /** What stands at the place of an index, by the name before it: {@code Filter} to 1, 2 and so on. */
    private final Map<String, TreeSet<Integer>> indices = new TreeMap<>();

    Parameters(Map<String, String> values) {
        this.values = new TreeMap<>(values);
        for (String name : values.keySet()) {
            Matcher matcher = INDEX.matcher(name);
            while (matcher.find()) {
                indices.computeIfAbsent(name.substring(0, matcher.start()), n -> new TreeSet<>())
                        .add(Integer.parseInt(matcher.group(1)));
            }
        }
    }

    /** A name with {@code N} in the place of each index. */
    static String general(String name) {
        return INDEX.matcher(name).replaceAll(".N");
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String value(String name) {
        return values.get(name);
    }

    /** A list that does not begin with 1, or leaves an index out. */
    Optional<String> gap() {
        return indices.entrySet().stream()
                .filter(list -> list.getValue().last() != list.getValue().size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> missing(name));
    }

    static RejectedRequestException missing(String name) {
        return new Rejection("MissingParameter", name, "", "the request must contain it").exception();
    }

    boolean flag(String name) {
        Optional<String> text = optional(name);
        if (text.filter(value -> !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false"))
                .isPresent()) {
            throw Rejection.ofValue(name, text.get(), "it is neither true nor false")
                    .exception();
        }
        return text.filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    long number(String name, long otherwise) {
        Optional<String> text = optional(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("-?[0-9]{1,18}")) {
            throw Rejection.ofValue(name, text.get(), "it is not a number").exception();
        }
        return Long.parseLong(text.get());
    }

    /** The values of a flattened list: {@code name.1}, {@code name.2} and so on. */
    List<String> list(String name) {
        List<String> all = new ArrayList<>();
        for (int i = 1; values.containsKey(name + "." + i); i++) {
            all.add(values.get(name + "." + i));
        }
        return all;
    }

    /** How many structures {@code name.1.…}, {@code name.2.…} there are, without gaps. */
    int structures(String name) {
        return indices.getOrDefault(name, NONE).size();
    }
}
