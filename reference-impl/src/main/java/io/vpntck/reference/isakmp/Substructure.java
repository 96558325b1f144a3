package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Proposals within an SA payload and transforms within a proposal: rows of one type, each announcing whether another
 * follows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.5">RFC 2408, sections 3.5 and 3.6</a>
 */
final class Substructure {
    private static final int HEADER = 4;

    private Substructure() {}

    /** The bodies of the row that fills the rest of {@code in}; a row has at least one. */
    static List<OctetReader> decodeAll(OctetReader in, int type) throws MalformedMessageException {
        List<OctetReader> bodies = new ArrayList<>();
        int next = type;
        while (next == type) {
            next = in.uint8("Next Payload");
            int reserved = in.uint8("RESERVED");
            int length = in.uint16("Payload Length");
            if (reserved != 0) {
                throw in.malformed("RESERVED", "is " + reserved);
            }
            if (length < HEADER) {
                throw in.malformed("Payload Length", "is " + length);
            }
            bodies.add(in.slice("Payload", length - HEADER));
        }
        if (next != 0) {
            throw in.malformed("Next Payload", next + " in a row of type " + type);
        }
        in.requireEnd("row of type " + type);
        return bodies;
    }

    static <T> void encodeAll(OctetWriter out, int type, List<T> rows, BiConsumer<T, OctetWriter> body) {
        for (int i = 0; i < rows.size(); i++) {
            OctetWriter inside = new OctetWriter();
            body.accept(rows.get(i), inside);
            out.uint8(i + 1 < rows.size() ? type : 0)
                    .uint8(0)
                    .uint16(HEADER + inside.length())
                    .octets(inside.toOctets());
        }
    }
}
