package io.vpntck.reference.esp;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.wire.Octets;

/** What one ESP SA is made of: one direction, named by the SPI that its receiver chose. */
public record EspKeys(
        int spi,
        EncryptionAlgorithm encryption,
        IntegrityAlgorithm integrity,
        Octets encryptionKey,
        Octets integrityKey) {

    public EspKeys {
        if (encryptionKey.length() != encryption.keyLength() || integrityKey.length() != integrity.keyLength()) {
            throw new IllegalArgumentException("keys of " + encryptionKey.length() + " and " + integrityKey.length()
                    + " octets for " + encryption + " and " + integrity);
        }
    }
}
