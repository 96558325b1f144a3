package io.vpntck.reference.esp;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/** The sending half of a pair: counts its packets, and sends none after the last number. */
public final class OutboundSa {
    private static final long LAST = 0xffff_ffffL;

    private final EspKeys keys;
    private final EspSealer sealer;
    private final Entropy entropy;
    private long sequence;

    public OutboundSa(EspKeys keys, Entropy entropy) {
        this(keys, entropy, 0);
    }

    /** @param sequence the number that was sent last */
    OutboundSa(EspKeys keys, Entropy entropy, long sequence) {
        this.keys = keys;
        this.sealer = new EspSealer(keys);
        this.entropy = entropy;
        this.sequence = sequence;
    }

    public EspKeys keys() {
        return keys;
    }

    /** The packet in ESP; empty once the sequence numbers are used up (RFC 4303, section 3.3.3). */
    public Optional<Octets> protect(Ipv4Packet inner) {
        if (sequence == LAST) {
            return Optional.empty();
        }
        sequence++;
        Octets iv = entropy.next(keys.encryption().blockLength());
        return Optional.of(sealer.seal(sequence, iv, inner));
    }
}
