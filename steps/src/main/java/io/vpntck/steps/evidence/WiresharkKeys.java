package io.vpntck.steps.evidence;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import java.util.List;
import java.util.stream.Collectors;

/** Keys in the form of Wireshark's tables; the files lie in a folder that is its configuration. */
final class WiresharkKeys {
    /** Run in the folder of the evidence; seen with tshark 4.0. */
    static final String COMMAND = "WIRESHARK_CONFIG_DIR=. tshark -o esp.enable_encryption_decode:TRUE"
            + " -o esp.enable_authentication_check:TRUE -r outside.pcapng";

    private WiresharkKeys() {}

    /** The table {@code esp_sa}: a row for each SPI. */
    static String espSa(List<EspSecret> secrets) {
        return secrets.stream()
                .map(s -> String.format(
                        "\"IPv4\",\"%s\",\"%s\",\"0x%08x\",\"%s\",\"0x%s\",\"%s\",\"0x%s\"\n",
                        s.source(),
                        s.destination(),
                        s.spi(),
                        encryption(s.encryption()),
                        s.encryptionKey().toHex(),
                        integrity(s.integrity()),
                        s.integrityKey().toHex()))
                .collect(Collectors.joining());
    }

    private static String encryption(EncryptionAlgorithm algorithm) {
        return switch (algorithm) {
            case AES_128_CBC, AES_192_CBC, AES_256_CBC -> "AES-CBC [RFC3602]";
            case TRIPLE_DES_CBC -> "TripleDES-CBC [RFC2451]";
            case DES_CBC -> "DES-CBC [RFC2405]";
            case BLOWFISH_CBC -> "BLOWFISH-CBC [RFC2451]";
            case AES_128_CTR -> "AES-CTR [RFC3686]";
            case AES_128_GCM_16 -> "AES-GCM with 16 octet ICV [RFC4106]";
            case NULL -> "NULL";
        };
    }

    private static String integrity(IntegrityAlgorithm algorithm) {
        return switch (algorithm) {
            case HMAC_SHA1_96 -> "HMAC-SHA-1-96 [RFC2404]";
            case HMAC_SHA2_256_128 -> "HMAC-SHA-256-128 [RFC4868]";
            case HMAC_SHA2_256_96 -> "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]";
            case HMAC_SHA2_384_192 -> "HMAC-SHA-384-192 [RFC4868]";
            case HMAC_SHA2_512_256 -> "HMAC-SHA-512-256 [RFC4868]";
            case HMAC_MD5_96 -> "HMAC-MD5-96 [RFC2403]";
            case NONE -> "NULL";
        };
    }

    /** The table {@code ikev1_decryption_table}: initiator cookie and encryption key. */
    static String ikev1(List<IkeSecret> secrets) {
        return secrets.stream()
                .map(s -> s.initiatorCookie().toHex() + "," + s.encryptionKey().toHex() + "\n")
                .distinct()
                .collect(Collectors.joining());
    }
}
