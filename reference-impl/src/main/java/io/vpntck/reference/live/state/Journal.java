package io.vpntck.reference.live.state;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The entries of a folder, in the order in which they were accepted.
 *
 * <p>A thread of its own writes what is waiting as one group and has the disk confirm it, so that many requests share one
 * confirmation. Whoever answers a request first waits until its entry, and all before it, are on the disk.
 */
public final class Journal implements AutoCloseable {
    private static final String FILE = "journal.mv.db";

    private final Path folder;
    private final MVStore store;
    private final MVMap<Long, byte[]> entries;
    private final MVMap<String, String> about;
    private final Thread writer = new Thread(this::write, "journal");
    private final List<byte[]> waiting = new ArrayList<>();
    private long accepted;
    private long written;
    private boolean open = true;
    private RuntimeException failure;

    private Journal(Path folder, MVStore store) {
        this.folder = folder;
        this.store = store;
        this.entries = store.openMap("entries");
        this.about = store.openMap("about");
        this.accepted = entries.isEmpty() ? 0 : entries.lastKey();
        this.written = accepted;
        writer.setDaemon(true);
        writer.start();
    }

    /** Opens the journal of a folder, or makes one. @throws IOException in one line: in use, unreadable, no folder */
    public static Journal open(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (posix) {
                    // The parameters of the entries hold pre-shared keys.
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            Path file = folder.resolve(FILE);
            MVStore store = new MVStore.Builder()
                    .fileName(file.toAbsolutePath().toString())
                    .autoCommitDisabled()
                    .open();
            if (posix) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return new Journal(folder, store);
        } catch (MVStoreException e) {
            throw new IOException(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "the state in " + folder + " is in use: end the process that serves it, or choose another"
                                    + " folder with --state"
                            : unreadable(folder, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new IOException("cannot keep state in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String unreadable(Path folder, String why) {
        return "the state in " + folder + " cannot be read ("
                + why.lines().findFirst().orElse("") + "): choose another folder with --state";
    }

    /**
     * What the entries only make sense with.
     *
     * @throws IOException when the journal was begun with another value
     */
    public void demand(String name, String value) throws IOException {
        String before = about.get(name);
        if (before == null) {
            about.put(name, value);
            store.commit();
            store.sync();
        } else if (!before.equals(value)) {
            throw new IOException("the state in " + folder + " was made with " + name + " \"" + before
                    + "\": start with the same, or choose another folder with --state");
        }
    }

    /** Takes one entry after the other, with its number. */
    public interface Reader {
        void read(long number, JournalEntry entry) throws IOException;
    }

    /** Reads the entries that are on the disk, from the first to the last. */
    public void read(Reader reader) throws IOException {
        for (long number = 1; number <= written; number++) {
            byte[] octets = entries.get(number);
            if (octets == null) {
                throw new IOException(unreadable(folder, "entry " + number + " is missing"));
            }
            JournalEntry entry;
            try {
                entry = EntryCodec.decode(octets);
            } catch (IOException e) {
                throw new IOException(unreadable(folder, "entry " + number + ": " + e.getMessage()), e);
            }
            reader.read(number, entry);
        }
    }

    /** Takes an entry, to be written soon. The order of the calls is that of the entries. */
    public synchronized void append(JournalEntry entry) {
        waiting.add(EntryCodec.encode(entry));
        accepted++;
        notifyAll();
    }

    /** The number of the entry that was taken last. */
    public synchronized long accepted() {
        return accepted;
    }

    /** Waits until this entry and all before it are on the disk. @throws IllegalStateException when they cannot be written */
    public synchronized void awaitWritten(long number) {
        boolean interrupted = false;
        while (written < number && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (written < number) {
            throw new IllegalStateException("the state in " + folder + " can no longer be written", failure);
        }
    }

    private void write() {
        try {
            for (List<byte[]> group = next(); !group.isEmpty(); group = next()) {
                long number = written;
                for (byte[] entry : group) {
                    entries.put(++number, entry);
                }
                store.commit();
                store.sync();
                confirm(number);
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** What is waiting, as soon as something is; nothing when the journal is closed. */
    private synchronized List<byte[]> next() {
        while (waiting.isEmpty() && open) {
            try {
                wait();
            } catch (InterruptedException e) {
                return List.of();
            }
        }
        List<byte[]> group = List.copyOf(waiting);
        waiting.clear();
        return group;
    }

    private synchronized void confirm(long number) {
        written = number;
        notifyAll();
    }

    private synchronized void fail(RuntimeException e) {
        failure = e;
        notifyAll();
    }

    /** Writes what is waiting, and frees the folder. */
    @Override
    public void close() {
        synchronized (this) {
            open = false;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close(0);
    }
}
