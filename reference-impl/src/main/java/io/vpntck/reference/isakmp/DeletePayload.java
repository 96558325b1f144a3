package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the SAs that its sender has removed: an IKE SA by its two cookies, ESP SAs by the SPIs of its inbound side.
 *
 * <pre>
 * |              Domain of Interpretation  (DOI)                  |
 * |  Protocol-Id  |   SPI Size    |           # of SPIs           |
 * ~               Security Parameter Index(es) (SPI)              ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.15">RFC 2408, section 3.15</a>
 */
public record DeletePayload(long doi, int protocol, int spiSize, List<Octets> spis) implements Payload {
    public static final int TYPE = 12;

    public DeletePayload {
        spis = List.copyOf(spis);
        int size = spiSize;
        if (spis.stream().anyMatch(spi -> spi.length() != size)) {
            throw new IllegalArgumentException("every SPI has " + spiSize + " octets");
        }
    }

    static DeletePayload decodeBody(OctetReader in) throws MalformedMessageException {
        long doi = in.uint32("DOI");
        int protocol = in.uint8("Protocol-Id");
        int spiSize = in.uint8("SPI Size");
        int count = in.uint16("# of SPIs");
        if (count * spiSize != in.remaining()) {
            throw in.malformed("# of SPIs", count + " of " + spiSize + " octets in " + in.remaining());
        }
        List<Octets> spis = new ArrayList<>();
        // The size may be zero, and then the count says nothing about the octets that are there.
        for (int i = 0; i < count && spiSize > 0; i++) {
            spis.add(in.octets("SPI", spiSize));
        }
        if (spis.size() != count) {
            throw in.malformed("SPI Size", "is 0 for " + count + " SPIs");
        }
        return new DeletePayload(doi, protocol, spiSize, spis);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint32(doi).uint8(protocol).uint8(spiSize).uint16(spis.size());
        spis.forEach(out::octets);
    }
}
