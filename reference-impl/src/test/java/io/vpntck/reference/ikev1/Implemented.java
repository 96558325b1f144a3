package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import java.util.List;
import java.util.stream.Stream;

/** The algorithms that can be used, not only offered. */
final class Implemented {
    static final List<EncryptionAlgorithm> ENCRYPTION = Stream.of(EncryptionAlgorithm.values())
            .filter(EncryptionAlgorithm::isComputed)
            .toList();
    static final List<DhGroup> GROUPS =
            Stream.of(DhGroup.values()).filter(DhGroup::isComputed).toList();
    /** Of two with one number the first is the right one. */
    static final List<IntegrityAlgorithm> INTEGRITY = Stream.of(IntegrityAlgorithm.values())
            .filter(IntegrityAlgorithm::isComputed)
            .toList();

    private Implemented() {}
}
