package io.vpntck.reference.lab;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.wire.Octets;

/** The keys of an IKE SA, for the evidence. Cookies are eight octets each. */
public record IkeSecret(
        Octets initiatorCookie,
        Octets responderCookie,
        EncryptionAlgorithm encryption,
        HashAlgorithm hash,
        Octets encryptionKey,
        Octets skeyidA) {}
