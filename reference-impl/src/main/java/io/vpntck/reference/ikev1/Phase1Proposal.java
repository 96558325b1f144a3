package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;

/** What phase 1 is protected with. */
public record Phase1Proposal(
        EncryptionAlgorithm encryption, HashAlgorithm hash, DhGroup group, AuthenticationMethod authentication) {

    /** With a pre-shared key. */
    public Phase1Proposal(EncryptionAlgorithm encryption, HashAlgorithm hash, DhGroup group) {
        this(encryption, hash, group, AuthenticationMethod.PRE_SHARED_KEY);
    }
}
