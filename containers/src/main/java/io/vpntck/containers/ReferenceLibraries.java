package io.vpntck.containers;

import io.vpntck.reference.live.ServeCommand;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The libraries that {@code reference-impl} needs, as its build wrote them down, and where this JVM has them. */
final class ReferenceLibraries {
    private static final String LIST = "/META-INF/vpn-tck/reference-impl.libraries";

    private ReferenceLibraries() {}

    /** Files of the class path, in the order of the list. */
    static List<Path> files() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<Path> all = new ArrayList<>();
        for (String name : names()) {
            all.add(classPath.stream()
                    .filter(file -> file.endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " is not on the class path")));
        }
        return all;
    }

    private static List<String> names() {
        try (InputStream list = ServeCommand.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is not on the class path: build with Maven");
            }
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Arrays.stream(text.split(":"))
                    .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }
}
