package io.vpntck.reference.bgp;

import java.util.Optional;

/**
 * The path attributes that are known here, with the flags that each must have and what becomes of a message in which it is wrong.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7606#section-7">RFC 7606, section 7</a>
 */
enum AttributeType {
    ORIGIN(1, RawAttribute.TRANSITIVE, Remedy.WITHDRAW),
    AS_PATH(2, RawAttribute.TRANSITIVE, Remedy.WITHDRAW),
    NEXT_HOP(3, RawAttribute.TRANSITIVE, Remedy.WITHDRAW),
    MULTI_EXIT_DISC(4, RawAttribute.OPTIONAL, Remedy.WITHDRAW),
    /** Section 7.5: from an external peer it is discarded, whatever it holds. */
    LOCAL_PREF(5, RawAttribute.TRANSITIVE, Remedy.DISCARD),
    ATOMIC_AGGREGATE(6, RawAttribute.TRANSITIVE, Remedy.DISCARD),
    AGGREGATOR(7, RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE, Remedy.DISCARD),
    COMMUNITIES(8, RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE, Remedy.WITHDRAW),
    /** Sections 7.9 and 7.10: from an external peer these two are discarded. */
    ORIGINATOR_ID(9, RawAttribute.OPTIONAL, Remedy.DISCARD),
    CLUSTER_LIST(10, RawAttribute.OPTIONAL, Remedy.DISCARD),
    MP_REACH_NLRI(14, RawAttribute.OPTIONAL, Remedy.WITHDRAW),
    MP_UNREACH_NLRI(15, RawAttribute.OPTIONAL, Remedy.WITHDRAW),
    /** RFC 6793, section 6: discarded when malformed. */
    AS4_PATH(17, RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE, Remedy.DISCARD),
    AS4_AGGREGATOR(18, RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE, Remedy.DISCARD);

    private static final int CATEGORY = RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE;

    private final int id;
    private final int flags;
    private final Remedy remedy;

    AttributeType(int id, int flags, Remedy remedy) {
        this.id = id;
        this.flags = flags;
        this.remedy = remedy;
    }

    /** What is done about a malformed attribute, the mildest first. */
    enum Remedy {
        DISCARD,
        WITHDRAW
    }

    static Optional<AttributeType> ofId(int id) {
        for (AttributeType type : values()) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether only a speaker that has capability 65 knows it. */
    boolean isOfFourOctets() {
        return this == AS4_PATH || this == AS4_AGGREGATOR;
    }

    int id() {
        return id;
    }

    int flags() {
        return flags;
    }

    Remedy remedy() {
        return remedy;
    }

    boolean hasRightFlags(RawAttribute attribute) {
        return (attribute.flags() & CATEGORY) == flags;
    }

    boolean endsTheSessionTwice() {
        return this == MP_REACH_NLRI || this == MP_UNREACH_NLRI;
    }
}
