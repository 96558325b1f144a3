package io.vpntck.reference.configuration;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text documents: a native document's values in a vendor's template.
 *
 * <p>The templates are logic-less and see a map of values, so that no value is found by reflection; a template that names a
 * value which is not there fails instead of leaving a gap.
 */
public final class TextDocument {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true).withLoader(TextDocument::resource);
    private static final Map<Vendor, Template> TEMPLATES = load();

    private TextDocument() {}

    /** The document of this vendor, lines ending in a newline. */
    public static String of(NativeConfiguration configuration, Vendor vendor, Ranges ranges)
            throws NoDocumentException {
        Set<Vendor.Need> needs = vendor.needs(configuration.staticRoutesOnly())
                .orElseThrow(() -> NoDocumentException.otherRouting(vendor, configuration.staticRoutesOnly()));
        for (Vendor.Need need : new TreeSet<>(needs)) {
            if (!ranges.has(need)) {
                throw NoDocumentException.without(vendor, need);
            }
        }
        return TEMPLATES.get(vendor).execute(TemplateValues.of(configuration, ranges));
    }

    private static Map<Vendor, Template> load() {
        Map<Vendor, Template> templates = new EnumMap<>(Vendor.class);
        for (Vendor vendor : Vendor.values()) {
            try (Reader source = resource(vendor.word())) {
                templates.put(vendor, COMPILER.compile(source));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return templates;
    }

    private static Reader resource(String name) {
        InputStream stream = TextDocument.class.getResourceAsStream(name + ".mustache");
        if (stream == null) {
            throw new IllegalStateException("no template " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
