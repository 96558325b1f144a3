package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The Diffie-Hellman groups by their number in IKE. Those over elliptic curves can be offered, never agreed on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-6">RFC 2409, section 6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3526">RFC 3526; section 8 for the lengths of exponents</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5114#section-3.2">RFC 5114, section 3.2</a>
 */
public enum DhGroup {
    MODP_768(1, ModpGroup.safePrime(768, 149_686, 160)),
    MODP_1024(2, ModpGroup.safePrime(1024, 129_093, 160)),
    MODP_1536(5, ModpGroup.safePrime(1536, 741_804, 192)),
    MODP_2048(14, ModpGroup.safePrime(2048, 124_476, 256)),
    MODP_3072(15, ModpGroup.safePrime(3072, 1_690_314, 272)),
    MODP_4096(16, ModpGroup.safePrime(4096, 240_904, 304)),
    MODP_6144(17, ModpGroup.safePrime(6144, 929_484, 344)),
    MODP_8192(18, ModpGroup.safePrime(8192, 4_743_158, 384)),
    ECP_256(19, 64),
    ECP_384(20, 96),
    ECP_521(21, 132),
    MODP_1024_160(22, SubgroupParameters.MODP_1024_160),
    MODP_2048_224(23, SubgroupParameters.MODP_2048_224),
    MODP_2048_256(24, SubgroupParameters.MODP_2048_256),
    ECP_192(25, 48),
    ECP_224(26, 56);

    private final int id;
    private final int length;
    private final Optional<ModpGroup> modp;

    DhGroup(int id, ModpGroup modp) {
        this.id = id;
        this.length = modp.length();
        this.modp = Optional.of(modp);
    }

    /** @param length two coordinates of the field's length, in octets (RFC 5903, section 7) */
    DhGroup(int id, int length) {
        this.id = id;
        this.length = length;
        this.modp = Optional.empty();
    }

    public static Optional<DhGroup> ofId(int id) {
        return Arrays.stream(values()).filter(group -> group.id == id).findFirst();
    }

    public int id() {
        return id;
    }

    /** Whether a secret can be agreed on; the other groups have no valid public value here. */
    public boolean isComputed() {
        return modp.isPresent();
    }

    /** Length of a public value in octets; over primes also of a shared secret. */
    public int length() {
        return length;
    }

    /** A private exponent as long as the group's strength, or its subgroup, calls for. */
    public Octets privateValue(Entropy entropy) {
        return modp.map(group -> group.privateValue(entropy)).orElseGet(() -> entropy.next(length));
    }

    /** What goes into a key exchange payload; for a group that is only offered, something of the right length. */
    public Octets publicValue(Octets privateValue) {
        return modp.map(group -> group.publicValue(privateValue)).orElse(privateValue);
    }

    /**
     * The shared secret, as long as the prime.
     *
     * @throws IllegalArgumentException if {@link #isValidPublicValue} says no
     */
    public Octets sharedSecret(Octets privateValue, Octets peerPublicValue) {
        if (!isValidPublicValue(peerPublicValue)) {
            throw new IllegalArgumentException("not a public value of " + this);
        }
        return modp.orElseThrow().sharedSecret(privateValue, peerPublicValue);
    }

    /**
     * Whether the value has the group's length, lies in 2..p-2 and, where the group has a small subgroup, is in it.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6989#section-2">RFC 6989, sections 2.1 and 2.2</a>
     */
    public boolean isValidPublicValue(Octets publicValue) {
        return modp.filter(group -> group.isValidPublicValue(publicValue)).isPresent();
    }
}
