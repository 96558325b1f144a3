package io.vpntck.reference.lab;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.wire.Octets;

/** The keys of one ESP SA, that is, of one direction, for the evidence. */
public record EspSecret(
        Ipv4Address source,
        Ipv4Address destination,
        int spi,
        EncryptionAlgorithm encryption,
        IntegrityAlgorithm integrity,
        Octets encryptionKey,
        Octets integrityKey) {}
