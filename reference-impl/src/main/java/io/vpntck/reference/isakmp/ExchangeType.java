package io.vpntck.reference.isakmp;

import java.util.Arrays;
import java.util.Optional;

/** Exchange types of ISAKMP and IKEv1 (RFC 2408, section 3.1; RFC 2409, appendix A). */
public enum ExchangeType {
    BASE(1),
    /** The exchange of main mode. */
    IDENTITY_PROTECTION(2),
    AUTHENTICATION_ONLY(3),
    AGGRESSIVE(4),
    INFORMATIONAL(5),
    QUICK_MODE(32),
    NEW_GROUP_MODE(33);

    private final int id;

    ExchangeType(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    public static Optional<ExchangeType> ofId(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }
}
