package io.vpntck.steps.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Text files of a folder on the class path, whether that lies in jars or on disk. */
public final class ClassPathFolder {
    private ClassPathFolder() {}

    /** Path below the folder and content of each file whose name ends so, in order of path; empty without the folder. */
    public static Map<String, String> read(String folder, String suffix) {
        Map<String, String> contents = new TreeMap<>();
        try {
            for (URL place :
                    Collections.list(ClassPathFolder.class.getClassLoader().getResources(folder))) {
                URI uri = place.toURI();
                if (uri.getScheme().equals("jar")) {
                    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                        read(jar.getPath(folder), suffix, contents);
                    }
                } else {
                    read(Path.of(uri), suffix, contents);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + " of the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a folder that is no URI", e);
        }
        return contents;
    }

    private static void read(Path folder, String suffix, Map<String, String> contents) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
        for (Path file : files) {
            contents.put(folder.relativize(file).toString(), Files.readString(file));
        }
    }
}
