package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HmacTest {

    /** The JDK's HMAC is the oracle; keys below, at and above the block length, and messages one after the other. */
    @Property
    void agreesWithTheJdk(
            @ForAll HashAlgorithm hash,
            @ForAll @Size(min = 1, max = 200) byte[] key,
            @ForAll @Size(max = 5) List<@Size(max = 300) byte[]> messages)
            throws GeneralSecurityException {
        Hmac hmac = hash.keyed(Octets.of(key));
        for (byte[] message : messages) {
            int half = message.length / 2;
            Octets octets = Octets.of(message);
            byte[] ours = hmac.add(octets, 0, half)
                    .add(message, half, message.length - half)
                    .end();
            assertThat(ours).isEqualTo(jdk(hash, key, message));
            assertThat(hash.hmac(Octets.of(key), octets.first(half), octets.from(half))
                            .toByteArray())
                    .isEqualTo(ours);
        }
    }

    private static byte[] jdk(HashAlgorithm hash, byte[] key, byte[] message) throws GeneralSecurityException {
        String name = "Hmac" + hash.name().replace("SHA2_", "SHA");
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(message);
    }

    /** Cases 1 and 6 of RFC 2202 (SHA-1) and RFC 4231 (SHA-256): a short key, and one longer than a block. */
    @Test
    void agreesWithThePublishedCases() {
        byte[] long80 = new byte[80];
        Arrays.fill(long80, (byte) 0xaa);
        byte[] long131 = new byte[131];
        Arrays.fill(long131, (byte) 0xaa);
        Octets text = Octets.ofUtf8("Test Using Larger Than Block-Size Key - Hash Key First");
        Octets short20 = Octets.ofHex("0b".repeat(20));
        assertThat(HashAlgorithm.SHA1.hmac(short20, Octets.ofUtf8("Hi There")).toHex())
                .isEqualTo("b617318655057264e28bc0b6fb378c8ef146be00");
        assertThat(HashAlgorithm.SHA1.hmac(Octets.of(long80), text).toHex())
                .isEqualTo("aa4ae5e15272d00e95705637ce8a3b55ed402112");
        assertThat(HashAlgorithm.SHA2_256
                        .hmac(short20, Octets.ofUtf8("Hi There"))
                        .toHex())
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(HashAlgorithm.SHA2_256.hmac(Octets.of(long131), text).toHex())
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void refusesAnEmptyKey() {
        assertThatThrownBy(() -> HashAlgorithm.SHA1.keyed(Octets.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }
}
