package io.vpntck.reports.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder of a report, all of it or nothing.
 *
 * <p>Everything is first written to a folder beside it, which takes its place at the end. A run that is broken off leaves
 * what was there before.
 */
public final class ReportFolder implements AutoCloseable {
    private final Path target;
    private final String mark;
    private final Path work;
    private final Optional<Path> made;
    private boolean done;

    private ReportFolder(Path target, String mark, Path work, Optional<Path> made) {
        this.target = target;
        this.mark = mark;
        this.work = work;
        this.made = made;
    }

    /**
     * Says why {@code target} cannot become a report, in one line; empty where it can. Creates nothing.
     *
     * @param mark the file by which a report of an earlier run is known
     */
    public static String obstacle(Path target, String mark) {
        Path full = target.toAbsolutePath().normalize();
        if (Files.exists(full) && !Files.isDirectory(full)) {
            return target + " is a file: name a folder in --out";
        }
        if (Files.isDirectory(full) && !isEmpty(full) && !Files.exists(full.resolve(mark))) {
            return target + " holds something else than a report: name another folder in --out, or empty it";
        }
        Path above = full;
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
            return "cannot write to " + above + ": name another folder in --out";
        }
        return "";
    }

    /** Begins a report that is to stand in {@code target}. */
    public static ReportFolder begin(Path target, String mark) throws IOException {
        Path full = target.toAbsolutePath().normalize();
        Path parent = full.getParent();
        Optional<Path> made = topmostMissing(parent);
        Files.createDirectories(parent);
        Path work = Files.createTempDirectory(parent, "." + full.getFileName() + "-");
        return new ReportFolder(full, mark, work, made);
    }

    /** Where to write until {@link #finish}. */
    public Path work() {
        return work;
    }

    /** Where the report stands in the end. */
    public Path target() {
        return target;
    }

    /** Puts the report in its place. */
    public synchronized void finish() throws IOException {
        if (done) {
            throw new IOException("broken off");
        }
        String obstacle = obstacle(target, mark);
        if (!obstacle.isEmpty()) {
            throw new IOException(obstacle);
        }
        FolderTree.delete(target);
        Files.move(work, target);
        openToAll(target);
        done = true;
    }

    /** Without {@link #finish}: removes all that was written. */
    @Override
    public synchronized void close() throws IOException {
        if (done) {
            return;
        }
        done = true;
        FolderTree.delete(work);
        for (Path folder = target.getParent();
                made.filter(folder::startsWith).isPresent() && isEmpty(folder);
                folder = folder.getParent()) {
            Files.delete(folder);
        }
    }

    /** Of {@code folder} and those above it, the highest that is not there; empty where all are. */
    private static Optional<Path> topmostMissing(Path folder) {
        Optional<Path> missing = Optional.empty();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing = Optional.of(at);
        }
        return missing;
    }

    /** Temporary folders are for their owner alone; a report is as open as any folder made here. */
    private static void openToAll(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }
}
