package io.vpntck.reference.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key pairs that may ask. Without a list of them, every pair may, and a secret key is not known. */
final class Credentials {
    /** Every pair is taken. */
    static final Credentials ANY = new Credentials(Map.of());

    private final Map<String, String> secrets;

    private Credentials(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Reads a file with one pair in a line, the access key first, then the secret key, which may hold spaces; empty
     * lines and those that start with {@code #} do not count.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException with one line that says what is wrong in which line
     */
    static Credentials read(Path file) throws IOException {
        Map<String, String> secrets = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] pair = line.split("\\s+", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("line " + (i + 1) + " is not an access key and a secret key");
            }
            if (secrets.put(pair[0], pair[1]) != null) {
                throw new IllegalArgumentException("line " + (i + 1) + " has an access key that was there before");
            }
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there is no access key in it");
        }
        return new Credentials(secrets);
    }

    boolean know(String accessKey) {
        return secrets.isEmpty() || secrets.containsKey(accessKey);
    }

    /** Empty where any secret key will do. */
    Optional<String> secretKey(String accessKey) {
        return Optional.ofNullable(secrets.get(accessKey));
    }
}
