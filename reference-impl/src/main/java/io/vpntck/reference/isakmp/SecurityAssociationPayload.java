package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposals in the IPsec DOI, in the situation SIT_IDENTITY_ONLY.
 *
 * <pre>
 * |              Domain of Interpretation  (DOI)                  |
 * |                           Situation                           |
 * ~                          Proposals                            ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.4">RFC 2408, section 3.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2407#section-4.6.1">RFC 2407, section 4.6.1</a>
 */
public record SecurityAssociationPayload(List<Proposal> proposals) implements Payload {
    public static final int TYPE = 1;
    public static final long IPSEC_DOI = 1;
    private static final long SIT_IDENTITY_ONLY = 1;

    public SecurityAssociationPayload {
        proposals = List.copyOf(proposals);
        if (proposals.isEmpty()) {
            throw new IllegalArgumentException("an SA payload proposes something");
        }
    }

    static SecurityAssociationPayload decodeBody(OctetReader in) throws MalformedMessageException {
        long doi = in.uint32("DOI");
        if (doi != IPSEC_DOI) {
            throw in.malformed("DOI", "is " + doi);
        }
        long situation = in.uint32("Situation");
        if (situation != SIT_IDENTITY_ONLY) {
            throw in.malformed("Situation", "is " + situation);
        }
        List<Proposal> proposals = new ArrayList<>();
        for (OctetReader inside : Substructure.decodeAll(in, Proposal.TYPE)) {
            proposals.add(Proposal.decodeBody(inside));
        }
        return new SecurityAssociationPayload(proposals);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeBody(OctetWriter out) {
        out.uint32(IPSEC_DOI).uint32(SIT_IDENTITY_ONLY);
        Substructure.encodeAll(out, Proposal.TYPE, proposals, Proposal::encodeBody);
    }

    /** The body, as HASH_I and HASH_R take it in (RFC 2409, section 5: SAi_b). */
    public Octets body() {
        OctetWriter out = new OctetWriter();
        encodeBody(out);
        return out.toOctets();
    }
}
