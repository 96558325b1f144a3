package io.vpntck.containers;

import com.github.dockerjava.api.exception.NotFoundException;
import io.vpntck.reference.live.ServeCommand;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;

/**
 * The images of live testbeds. Each is tagged with a hash of what it is made of, so that it is built once and again only
 * when that changes.
 */
final class Images {
    private static final List<String> STRONGSWAN =
            List.of("Dockerfile", "whole-xstate.c", "become-guest", "guest-init", "in-guest");
    private static final List<String> AWS_SIDE = List.of("Dockerfile", "serve");

    private Images() {}

    static String strongswan() throws TestbedUnavailableException {
        return build("strongswan", resources("strongswan", STRONGSWAN));
    }

    /** BIRD, FRR, GoBGP and OpenBGPD: neighbours for the BGP speaker, without a tunnel. */
    static String bgpSpeakers() throws TestbedUnavailableException {
        return build("bgp-speakers", resources("bgp-speakers", List.of("Dockerfile")));
    }

    /** The AWS side, made of the very classes that this JVM runs with. */
    static String awsSide() throws TestbedUnavailableException {
        Map<String, byte[]> files = resources("aws-side", AWS_SIDE);
        files.put("jars/reference-impl.jar", jarOf(ServeCommand.class));
        for (Path library : ReferenceLibraries.files()) {
            files.put("jars/" + library.getFileName(), read(library));
        }
        return build("aws-side", files);
    }

    private static Map<String, byte[]> resources(String folder, List<String> names) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            String path = "/docker/" + folder + "/" + name;
            try (InputStream in = Images.class.getResourceAsStream(path)) {
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        return files;
    }

    private static String build(String name, Map<String, byte[]> files) throws TestbedUnavailableException {
        String tag = "vpn-tck/" + name + ":" + hash(files).substring(0, 16);
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(tag).exec();
            return tag;
        } catch (NotFoundException e) {
            ImageFromDockerfile image = new ImageFromDockerfile(tag, false)
                    // Packages come from the machine's own mirrors, whose names only its network may know.
                    .withBuildImageCmdModifier(command -> command.withNetworkMode("host"));
            files.forEach((file, content) -> image.withFileFromTransferable(file, Transferable.of(content, 0755)));
            try {
                return image.get();
            } catch (RuntimeException failure) {
                throw new TestbedUnavailableException("the image " + name + " cannot be built: " + rootMessage(failure)
                        + "; is there a base image (containers/install-engine.sh makes it) and a package mirror?");
            }
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static byte[] jarOf(Class<?> library) {
        try {
            Path place = Path.of(
                    library.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? packed(place) : Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library of " + library, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a library without a place", e);
        }
    }

    /** The same octets for the same classes: without times, in order of name. */
    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry = new JarEntry(classes.relativize(file).toString());
                entry.setTime(0);
                jar.putNextEntry(entry);
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
