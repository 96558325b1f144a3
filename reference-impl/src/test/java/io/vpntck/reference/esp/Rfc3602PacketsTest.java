package io.vpntck.reference.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * RFC 3602, section 4, cases 5 to 8: ESP packets between 192.168.123.3 and .100 (transport) or .200 (tunnel).
 *
 * <p>They carry no ICV, so that the kit's own is put behind them before they are opened, and taken off after sealing.
 */
class Rfc3602PacketsTest {
    private static final IntegrityAlgorithm INTEGRITY = IntegrityAlgorithm.HMAC_SHA1_96;
    private static final Octets INTEGRITY_KEY = Octets.ofHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");

    @ParameterizedTest(name = "case {0}")
    @CsvSource({
        "5, 90d382b410eeba7ad938c46cec1a82bf, 4321, 1, 1, e96e8c08ab465763fd098d45dd3ff893,"
                + " 08000ebda70a00008e9c083db95b070008090a0b0c0d0e0f1011121314151617"
                + "18191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637,"
                + " f663c25d325c18c6a9453e194e120849a4870b66cc6b9965330013b4898dc856"
                + "a4699e523a55db080b59ec3a8e4b7e52775b07d1db34ed9c538ab50c551b874aa269add047ad2d5913ac19b7cfbad4a6",
        "6, 90d382b410eeba7ad938c46cec1a82bf, 4321, 8, 1, 69d08df7d203329db093fc4924e5bd80,"
                + " 0800b5e8a80a0500a69c083d0b660e00777777777777777777777777,"
                + " f51995881ec4e0c4488987ce742e8109689bb379d2d750c0d915dca346a89f75",
        "7, 0123456789abcdef0123456789abcdef, 8765, 2, 4, f4e765244f6407adf13dc1380f673f37,"
                + " 45000054090400004001f988c0a87b03c0a87bc808009f76a90a0100b49c083d02a20400"
                + "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637,"
                + " 773b5241a4c449225e4f3ce5ed611b0c237ca96cf74a93013c1b0ea1a0cf70f8"
                + "e4ecaec78ac53aad7a0f022b859243c647752e94a859352b8a4d4d2decd136e5"
                + "c177f132ad3fbfb2201ac9904c74ee0a109e0ca1e4dfe9d5a100b842f1c22f0d",
        "8, 0123456789abcdef0123456789abcdef, 8765, 5, 4, 85d47224b5f3dd5d2101d4ea8dffab22,"
                + " 45000044090c00004001f990c0a87b03c0a87bc80800d63caa0a0200c69c083da3de0300"
                + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,"
                + " 15b92683819596a8047232cc00f7048fe45318e11f8a0f62ede3c3fc61203bb5"
                + "0f980a08c9843fd3a1b06d5c07ff9639b7eb7dfb3512e5de435e7207ed971ef3d2726d9b5ef6affc6d17a0decbb13892"
    })
    void sealsAndOpens(
            int number, String key, String spi, long sequence, int nextHeader, String iv, String data, String cipher)
            throws Exception {
        EspKeys keys = new EspKeys(
                Integer.parseInt(spi, 16),
                EncryptionAlgorithm.AES_128_CBC,
                INTEGRITY,
                Octets.ofHex(key),
                INTEGRITY_KEY);
        EspPacket.Content content = new EspPacket.Content(nextHeader, Octets.ofHex(data));
        Octets published = Octets.ofHex("0000" + spi + String.format("%08x", sequence) + iv + cipher);
        Octets sealed = new EspSealer(keys).seal(sequence, Octets.ofHex(iv), content);
        assertThat(sealed.first(sealed.length() - INTEGRITY.icvLength()))
                .as("case %d", number)
                .isEqualTo(published);
        EspPacket packet = EspPacket.decode(Octets.concat(published, INTEGRITY.icv(INTEGRITY_KEY, published)));
        assertThat(packet.isAuthentic(keys)).isTrue();
        assertThat(packet.open(keys)).isEqualTo(content);
    }
}
