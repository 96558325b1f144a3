package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;

/** What phase 1 is protected with; the authentication method is always a pre-shared key. */
public record Phase1Proposal(EncryptionAlgorithm encryption, HashAlgorithm hash, DhGroup group) {}
