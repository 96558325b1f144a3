package io.vpntck.steps.evidence;

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
                        "\"IPv4\",\"%s\",\"%s\",\"0x%08x\",\"AES-CBC [RFC3602]\",\"0x%s\",\"%s\",\"0x%s\"\n",
                        s.source(),
                        s.destination(),
                        s.spi(),
                        s.encryptionKey().toHex(),
                        s.integrity() == IntegrityAlgorithm.HMAC_SHA1_96
                                ? "HMAC-SHA-1-96 [RFC2404]"
                                : "HMAC-SHA-256-128 [RFC4868]",
                        s.integrityKey().toHex()))
                .collect(Collectors.joining());
    }

    /** The table {@code ikev1_decryption_table}: initiator cookie and encryption key. */
    static String ikev1(List<IkeSecret> secrets) {
        return secrets.stream()
                .map(s -> s.initiatorCookie().toHex() + "," + s.encryptionKey().toHex() + "\n")
                .distinct()
                .collect(Collectors.joining());
    }
}
