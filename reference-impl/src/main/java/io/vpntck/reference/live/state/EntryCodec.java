package io.vpntck.reference.live.state;

import io.vpntck.reference.wire.Octets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry as octets: kind, account, seconds and nanoseconds of the moment, seed, subject, parameters by name, answer. Texts
 * and octets have their length before them, in four octets.
 */
final class EntryCodec {
    private EntryCodec() {}

    static byte[] encode(JournalEntry entry) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeByte(entry.kind().ordinal());
            write(out, entry.account());
            out.writeLong(entry.moment().getEpochSecond());
            out.writeInt(entry.moment().getNano());
            write(out, entry.seed().toByteArray());
            write(out, entry.subject());
            out.writeInt(entry.parameters().size());
            for (Map.Entry<String, String> parameter : new TreeMap<>(entry.parameters()).entrySet()) {
                write(out, parameter.getKey());
                write(out, parameter.getValue());
            }
            write(out, entry.answer().toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all octets", e);
        }
        return octets.toByteArray();
    }

    /** @throws IOException for octets of another form */
    static JournalEntry decode(byte[] octets) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            int kind = in.readUnsignedByte();
            if (kind >= JournalEntry.Kind.values().length) {
                throw new IOException("an entry of the unknown kind " + kind);
            }
            String account = text(in);
            Instant moment = Instant.ofEpochSecond(in.readLong(), in.readInt());
            Octets seed = Octets.of(read(in));
            String subject = text(in);
            int count = in.readInt();
            Map<String, String> parameters = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                parameters.put(text(in), text(in));
            }
            Octets answer = Octets.of(read(in));
            if (in.available() > 0) {
                throw new IOException("an entry with " + in.available() + " octets too many");
            }
            return new JournalEntry(
                    JournalEntry.Kind.values()[kind], account, moment, seed, subject, parameters, answer);
        } catch (DateTimeException e) {
            throw new IOException("an entry at no moment", e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] octets) throws IOException {
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(read(in), StandardCharsets.UTF_8);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("an entry that says " + length + " octets and has " + in.available());
        }
        return in.readNBytes(length);
    }
}
