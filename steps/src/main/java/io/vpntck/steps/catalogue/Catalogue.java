package io.vpntck.steps.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All requirements, by file and then as they stand there. */
public final class Catalogue {
    private static final String FOLDER = "catalogue";

    private final Map<String, Requirement> requirements = new LinkedHashMap<>();

    private Catalogue() {}

    /**
     * The catalogue on the class path, {@code catalogue/PREFIX.yaml}.
     *
     * @throws InvalidCatalogueException when an entry is not of the shape that {@code notes/meta.yaml} gives
     */
    public static Catalogue load() {
        return load(FOLDER);
    }

    /** The same from another folder of the class path. */
    public static Catalogue load(String folder) {
        return of(ClassPathFolder.read(folder, ".yaml"));
    }

    /** @param files name of each file and its YAML: a list of entries whose ids begin with {@code VPN-} and the name */
    static Catalogue of(Map<String, String> files) {
        Catalogue catalogue = new Catalogue();
        YAMLMapper yaml = new YAMLMapper();
        files.forEach((name, text) -> {
            JsonNode root;
            try {
                root = yaml.readTree(text);
            } catch (JsonProcessingException e) {
                throw new InvalidCatalogueException(name + " is no YAML: " + e.getOriginalMessage());
            }
            if (!root.isArray() || root.isEmpty()) {
                throw new InvalidCatalogueException(name + " is no list of requirements");
            }
            String prefix = "VPN-" + name.replaceFirst("\\.yaml$", "") + "-";
            root.forEach(entry -> catalogue.add(new RequirementReader(name, prefix, entry).read()));
        });
        return catalogue;
    }

    private void add(Requirement requirement) {
        if (requirements.putIfAbsent(requirement.id(), requirement) != null) {
            throw new InvalidCatalogueException(requirement.id() + " stands there twice");
        }
    }

    public List<Requirement> requirements() {
        return List.copyOf(requirements.values());
    }

    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(requirements.get(id));
    }
}
