package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.wire.Octets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** What the kit computes with the JDK's ciphers, computed by Bouncy Castle's own code as well, on random inputs. */
class SecondOpinionTest {

    @Provide
    Arbitrary<EncryptionAlgorithm> aes() {
        return Arbitraries.of(
                EncryptionAlgorithm.AES_128_CBC, EncryptionAlgorithm.AES_192_CBC, EncryptionAlgorithm.AES_256_CBC);
    }

    @Property(tries = 300)
    void aesCbc(
            @ForAll("aes") EncryptionAlgorithm algorithm,
            @ForAll @Size(32) byte[] key,
            @ForAll @Size(16) byte[] iv,
            @ForAll @Size(max = 200) byte[] text) {
        Octets cut = Octets.of(key).first(algorithm.keyLength());
        Octets blocks = Octets.of(text).first(text.length / 16 * 16);
        CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(true, new ParametersWithIV(new KeyParameter(cut.toByteArray()), iv));
        byte[] out = new byte[blocks.length()];
        for (int at = 0; at < out.length; at += 16) {
            cipher.processBlock(blocks.toByteArray(), at, out, at);
        }
        assertThat(algorithm.encrypt(cut, Octets.of(iv), blocks)).isEqualTo(Octets.of(out));
        assertThat(algorithm.decrypt(cut, Octets.of(iv), Octets.of(out))).isEqualTo(blocks);
    }

    @Property(tries = 300)
    void hmacAndDigest(
            @ForAll HashAlgorithm algorithm,
            @ForAll @Size(min = 1, max = 150) byte[] key,
            @ForAll @Size(max = 200) byte[] first,
            @ForAll @Size(max = 200) byte[] second) {
        Digest digest = digest(algorithm);
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] hash = new byte[algorithm.length()];
        digest.doFinal(hash, 0);
        assertThat(algorithm.digest(Octets.of(first), Octets.of(second))).isEqualTo(Octets.of(hash));

        HMac mac = new HMac(digest(algorithm));
        mac.init(new KeyParameter(key));
        mac.update(first, 0, first.length);
        mac.update(second, 0, second.length);
        byte[] tag = new byte[algorithm.length()];
        mac.doFinal(tag, 0);
        assertThat(algorithm.hmac(Octets.of(key), Octets.of(first), Octets.of(second)))
                .isEqualTo(Octets.of(tag));
    }

    private static Digest digest(HashAlgorithm algorithm) {
        return switch (algorithm) {
            case MD5 -> new MD5Digest();
            case SHA1 -> new SHA1Digest();
            case SHA2_256 -> SHA256Digest.newInstance();
            case SHA2_384 -> new SHA384Digest();
            case SHA2_512 -> new SHA512Digest();
        };
    }

    @Provide
    Arbitrary<DhGroup> computed() {
        return Arbitraries.of(DhGroup.class).filter(DhGroup::isComputed);
    }

    @Property(tries = 20)
    void bothEndsOfADiffieHellmanExchangeShareOneSecret(
            @ForAll("computed") DhGroup group, @ForAll @Size(64) byte[] one, @ForAll @Size(64) byte[] other) {
        Octets a = group.privateValue(length -> Octets.of(one).first(length));
        Octets b = group.privateValue(length -> Octets.of(other).first(length));
        assertThat(group.sharedSecret(a, group.publicValue(b))).isEqualTo(group.sharedSecret(b, group.publicValue(a)));
        assertThat(group.publicValue(a).length()).isEqualTo(group.length());
    }
}
