package io.vpntck.reports.write;

import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.EvidenceSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder {@code evidence}: a folder for each scenario, written as scenarios end. */
public final class EvidenceFolder implements EvidenceSink, AutoCloseable {
    private static final String FOLDER = "evidence";

    private final Path root;
    private final Map<String, List<StoredEvidence>> stored = new LinkedHashMap<>();
    private boolean closed;

    /** @param root the report's folder */
    public EvidenceFolder(Path root) {
        this.root = root;
    }

    @Override
    public synchronized void accept(String scenarioId, List<Attachment> attachments) {
        if (closed) {
            return;
        }
        String folder = folderOf(scenarioId);
        List<StoredEvidence> own = stored.computeIfAbsent(scenarioId, id -> new ArrayList<>());
        try {
            Files.createDirectories(root.resolve(folder));
            for (Attachment attachment : attachments) {
                // A name comes from the kit, but no name may lead out of the folder.
                String fileName = attachment.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
                String path = folder + "/" + fileName;
                Files.write(root.resolve(path), attachment.content());
                own.add(new StoredEvidence(
                        attachment.name(), path, attachment.mediaType(), sha256(attachment.content())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the evidence of " + scenarioId, e);
        }
    }

    /** Takes nothing more: the folder is about to go. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    /** What lies there, by id of the scenario. */
    public synchronized Map<String, List<StoredEvidence>> stored() {
        return Map.copyOf(stored);
    }

    /** {@code classpath:features/data-plane/Tunnel1.feature:12} lies in {@code evidence/data-plane/Tunnel1-12}. */
    static String folderOf(String scenarioId) {
        String place = scenarioId
                .replaceFirst("^[a-z]+:", "")
                .replaceFirst("^features/", "")
                .replaceFirst("\\.feature:(\\d+)$", "-$1");
        return FOLDER + "/" + place.replaceAll("[^A-Za-z0-9./_-]", "_").replace("..", "_");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
