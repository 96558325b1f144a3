package io.vpntck.reference.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of {@code src/test/resources/vectors/published}; the README there says where they come from. */
public final class Published {
    private static final Pattern SECTION = Pattern.compile("\\[([^=\\]]+?)(?: = ([^\\]]+))?\\]");
    private static final Pattern FIELD = Pattern.compile("(\\S+) *= *(.*)");

    private Published() {}

    /** A case of a file of NIST's form. The section that it stands in is among its fields, or its {@code section}. */
    public record Case(Map<String, String> fields) {
        public String text(String name) {
            if (!fields.containsKey(name)) {
                throw new IllegalArgumentException("no " + name + " in " + fields.keySet());
            }
            return fields.get(name);
        }

        public Octets octets(String name) {
            return Octets.ofHex(text(name));
        }

        public boolean has(String name) {
            return fields.containsKey(name);
        }
    }

    /**
     * The cases of a file of NIST's form: {@code name = value} lines, a case beginning with the field {@code first}.
     */
    public static List<Case> cases(String file, String first) {
        List<Case> cases = new ArrayList<>();
        Map<String, String> sections = new LinkedHashMap<>();
        Map<String, String> current = new LinkedHashMap<>();
        for (String line :
                new String(read(file), StandardCharsets.UTF_8).lines().toList()) {
            Matcher section = SECTION.matcher(line.strip());
            Matcher field = FIELD.matcher(line.strip());
            if (section.matches()) {
                boolean named = section.group(2) != null;
                sections.put(named ? section.group(1) : "section", section.group(named ? 2 : 1));
            } else if (!line.startsWith("#") && field.matches()) {
                if (field.group(1).equals(first)) {
                    current = new LinkedHashMap<>(sections);
                    cases.add(new Case(current));
                }
                current.put(field.group(1), field.group(2));
            }
        }
        return cases;
    }

    /** The test groups of a file of Project Wycheproof. */
    public static JsonNode wycheproof(String file) {
        try {
            return new ObjectMapper().readTree(read(file)).get("testGroups");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Published.class.getResourceAsStream("/vectors/published/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
