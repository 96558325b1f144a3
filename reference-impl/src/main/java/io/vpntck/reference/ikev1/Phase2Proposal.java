package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import java.util.Optional;

/**
 * What an ESP SA is protected with.
 *
 * @param group the group of the Diffie-Hellman exchange in quick mode; empty for none, that is, without PFS
 */
public record Phase2Proposal(EncryptionAlgorithm encryption, IntegrityAlgorithm integrity, Optional<DhGroup> group) {}
