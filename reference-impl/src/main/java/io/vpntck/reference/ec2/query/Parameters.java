package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request parameters, by the names that they have on the wire. */
final class Parameters {
    private final Map<String, String> values;

    Parameters(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new Rejection("MissingParameter", name, "", "the request must contain it").exception());
    }

    boolean flag(String name) {
        return optional(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
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
        int count = 0;
        while (hasPrefix(name + "." + (count + 1) + ".")) {
            count++;
        }
        return count;
    }

    private boolean hasPrefix(String prefix) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }
}
