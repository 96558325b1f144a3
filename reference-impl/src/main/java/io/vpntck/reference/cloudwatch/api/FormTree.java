package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of the Query protocol as a tree: {@code Dimensions.member.1.Name} is the name of the first dimension. */
final class FormTree {
    /** No input of the API is deeper than a member of a structure in a list. */
    private static final int DEEPEST = 8;

    private final Map<String, FormTree> below = new TreeMap<>();
    private String text;

    /** A parameter that nests deeper than any of the API has no place in the tree. */
    static JsonNode of(Map<String, String> form) {
        FormTree root = new FormTree();
        form.forEach((name, value) -> {
            String[] path = name.split("\\.", DEEPEST + 1);
            if (path.length <= DEEPEST) {
                FormTree node = root;
                for (String step : path) {
                    node = node.below.computeIfAbsent(step, s -> new FormTree());
                }
                node.text = value;
            }
        });
        return root.structure();
    }

    private JsonNode json() {
        if (below.isEmpty()) {
            return TextNode.valueOf(text);
        }
        return below.containsKey("member") ? below.get("member").list() : structure();
    }

    private ObjectNode structure() {
        ObjectNode structure = JsonNodeFactory.instance.objectNode();
        below.forEach((name, node) -> structure.set(name, node.json()));
        return structure;
    }

    /** Members are numbered from 1 without gaps. */
    private ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; below.containsKey(Integer.toString(i)); i++) {
            list.add(below.get(Integer.toString(i)).json());
        }
        return list;
    }
}
