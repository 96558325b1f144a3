package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * ESP packets as whoever knows the keys of an SA can make them, right and wrong (RFC 4303, section 2). Written apart from
 * the reference's own.
 */
final class EspForge {
    static final int IPV4 = 4;
    static final int IPV6 = 41;

    private final EspSecret secret;

    EspForge(EspSecret secret) {
        this.secret = secret;
    }

    /** A right packet, but for what its arguments make wrong. */
    Ipv4Packet packet(int spi, long sequence, int nextHeader, Octets inner, boolean rightPadding) {
        int block = secret.encryption().blockLength();
        int padding = (block - (inner.length() + 2) % block) % block + block;
        OctetWriter clear = new OctetWriter(inner.length() + padding + 2).octets(inner);
        for (int i = 1; i <= padding; i++) {
            clear.uint8(rightPadding ? i : 0xee);
        }
        clear.uint8(padding).uint8(nextHeader);
        Octets vector = Octets.ofHex("00112233445566778899aabbccddeeff").first(block);
        Octets ciphertext = secret.encryption().encrypt(secret.encryptionKey(), vector, clear.toOctets());
        Octets header = new OctetWriter(8).int32(spi).uint32(sequence).toOctets();
        Octets bare = Octets.concat(header, vector, ciphertext);
        Octets icv = secret.integrity().icv(secret.integrityKey(), bare);
        return Ipv4Packet.of(secret.source(), secret.destination(), Ipv4Packet.ESP, Octets.concat(bare, icv));
    }

    Ipv4Packet packet(long sequence, int nextHeader, Octets inner) {
        return packet(secret.spi(), sequence, nextHeader, inner, true);
    }

    int spi() {
        return secret.spi();
    }
}
