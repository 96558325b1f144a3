package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vpntck.reference.ec2.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The input of an operation; numbers and times may be texts, as in the Query protocol. */
record Input(JsonNode tree) {
    private static final long LATEST = 253_402_300_799L;

    Optional<String> text(String name) {
        return Optional.ofNullable(tree.get(name))
                .filter(JsonNode::isValueNode)
                .filter(n -> !n.isNull())
                .map(JsonNode::asText);
    }

    String required(String name) {
        return text(name).orElseThrow(missing(name));
    }

    private static Supplier<RuntimeException> missing(String name) {
        return () -> new Rejection("MissingParameter", name, "", "the request must contain it").exception();
    }

    long integer(String name) {
        String text = required(name);
        if (!text.matches("[0-9]{1,9}")) {
            throw Rejection.ofValue(name, text, "it is not a number").exception();
        }
        return Long.parseLong(text);
    }

    /** Seconds since the epoch, or ISO 8601. */
    Instant instant(String name) {
        JsonNode node = tree.get(name);
        if (node != null && node.isNumber() && Math.abs(node.asDouble()) <= LATEST) {
            return Instant.ofEpochMilli(Math.round(node.asDouble() * 1000));
        }
        String text = required(name);
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (Math.abs(instant.getEpochSecond()) <= LATEST) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Refused below, as what is too far away.
        }
        throw Rejection.ofValue(name, text, "it is not a time in ISO 8601").exception();
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        tree.path(name).forEach(node -> all.add(node.asText()));
        return all;
    }

    List<Input> structures(String name) {
        List<Input> all = new ArrayList<>();
        tree.path(name).forEach(node -> all.add(new Input(node)));
        return all;
    }
}
