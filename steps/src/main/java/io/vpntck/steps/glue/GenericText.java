package io.vpntck.steps.glue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text document for any device as its reader sees it: tunnels, their numbered sections, fields with values. */
final class GenericText {
    private static final Pattern TUNNEL = Pattern.compile("IPSec Tunnel #\\d+");
    private static final Pattern SECTION = Pattern.compile("#(\\d): .+");
    private static final Pattern FIELD = Pattern.compile("\\s+- (.+?)\\s+: (.*)");
    private static final Pattern ADDRESSES = Pattern.compile("(Outside|Inside) IP Addresses:");

    private final List<Tunnel> tunnels = new ArrayList<>();

    /**
     * One tunnel of the document.
     *
     * @param sections their headings, to their text, in the order of the document
     */
    record Tunnel(String heading, Map<String, StringBuilder> sections) {
        /** The values of the fields of all sections, by name. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            sections.keySet().forEach(heading -> fields.putAll(fieldsOf(heading)));
            return fields;
        }

        /** The values of the fields of one section, by name. */
        Map<String, String> fields(int number) {
            return fieldsOf(heading(number));
        }

        /** Names of section 2 begin with IPSec, those of addresses with their side: they would be there twice. */
        private Map<String, String> fieldsOf(String section) {
            Map<String, String> fields = new LinkedHashMap<>();
            String usual = section.startsWith("#2") ? "IPSec " : "";
            String prefix = usual;
            for (String line : sections.get(section).toString().split("\n")) {
                Matcher addresses = ADDRESSES.matcher(line);
                Matcher field = FIELD.matcher(line);
                if (addresses.matches()) {
                    prefix = addresses.group(1) + " ";
                } else if (field.matches()) {
                    fields.put(prefix + field.group(1), field.group(2).trim());
                } else if (!line.isBlank()) {
                    prefix = usual;
                }
            }
            return fields;
        }

        /** A section's text in one line. */
        String section(int number) {
            return sections.get(heading(number)).toString().replaceAll("\\s+", " ");
        }

        private String heading(int number) {
            return sections.keySet().stream()
                    .filter(section -> section.startsWith("#" + number))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(heading + " has no section #" + number));
        }
    }

    GenericText(String text) {
        StringBuilder section = new StringBuilder();
        for (String line : text.split("\n")) {
            if (TUNNEL.matcher(line).matches()) {
                tunnels.add(new Tunnel(line, new LinkedHashMap<>()));
            } else if (!tunnels.isEmpty() && SECTION.matcher(line).matches()) {
                section = new StringBuilder();
                tunnels.get(tunnels.size() - 1).sections().put(line, section);
            } else {
                section.append(line).append('\n');
            }
        }
    }

    List<Tunnel> tunnels() {
        return List.copyOf(tunnels);
    }
}
