package io.vpntck.reports.gateways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vpntck.reports.verdict.Waiver;
import io.vpntck.steps.gateway.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A YAML file that describes a gateway.
 *
 * @param driver the name of the gateway that brings it up, see {@code vpn-tck list gateways}
 * @param capabilities what it claims; empty: all that the driver does
 */
public record GatewayFile(String name, String driver, Optional<Set<Capability>> capabilities, List<Waiver> waivers) {

    /** As it stands in the file. */
    private record Written(String name, String driver, List<String> capabilities, List<WrittenWaiver> waivers) {}

    private record WrittenWaiver(String requirement, String reason, String link, String expires) {}

    /** @throws GatewayFileException naming the file, the place, and what is wrong */
    public static GatewayFile read(Path file) throws GatewayFileException {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            JsonNode root = tree(mapper, file);
            if (root.isMissingNode() || root.isNull()) {
                throw new GatewayFileException(file + " is empty: a gateway file has at least name and driver");
            }
            if (!root.isObject()) {
                throw new GatewayFileException(
                        file + ": not of the shape of a gateway file: it has keys, as in \"name: x\"");
            }
            return check(file, mapper.treeToValue(root, Written.class));
        } catch (UnrecognizedPropertyException e) {
            throw new GatewayFileException(
                    file + ": unknown key \"" + e.getPropertyName() + "\"; known are " + String.join(", ", names(e)));
        } catch (JsonMappingException e) {
            throw new GatewayFileException(file + ": not of the shape of a gateway file: " + first(e));
        } catch (JsonProcessingException e) {
            throw new GatewayFileException(file + ": " + first(e));
        }
    }

    private static JsonNode tree(YAMLMapper mapper, Path file) throws GatewayFileException {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new GatewayFileException(file + place(e) + ": not YAML: " + first(e));
        } catch (IOException e) {
            throw new GatewayFileException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static GatewayFile check(Path file, Written written) throws GatewayFileException {
        String name = need(file, "name", written.name());
        String driver = need(file, "driver", written.driver());
        Optional<Set<Capability>> capabilities = Optional.empty();
        if (written.capabilities() != null) {
            Set<Capability> claimed = new LinkedHashSet<>();
            for (String word : written.capabilities()) {
                claimed.add(Capability.ofWord(word)
                        .orElseThrow(() -> new GatewayFileException(file + ": unknown capability \"" + word + "\"")));
            }
            capabilities = Optional.of(claimed);
        }
        List<Waiver> waivers = new ArrayList<>();
        for (WrittenWaiver w : written.waivers() == null ? List.<WrittenWaiver>of() : written.waivers()) {
            waivers.add(new Waiver(
                    need(file, "waivers.requirement", w.requirement()),
                    need(file, "waivers.reason", w.reason()),
                    need(file, "waivers.link", w.link()),
                    day(file, need(file, "waivers.expires", w.expires()))));
        }
        return new GatewayFile(name, driver, capabilities, waivers);
    }

    private static LocalDate day(Path file, String text) throws GatewayFileException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new GatewayFileException(file + ": waivers.expires: \"" + text + "\" is no day such as 2027-01-31");
        }
    }

    private static String need(Path file, String key, String value) throws GatewayFileException {
        if (value == null || value.isBlank()) {
            throw new GatewayFileException(file + ": the key " + key + " is missing");
        }
        return value;
    }

    private static List<String> names(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", line " + Math.max(1, e.getLocation().getLineNr());
    }

    private static String first(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
