package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentEditsTest {
    private static final String TUNNEL =
            """
              <ipsec_tunnel>
                <ike>
                  <authentication_protocol>sha1</authentication_protocol>
                  <encryption_protocol>aes-128-cbc</encryption_protocol>
                  <perfect_forward_secrecy>group2</perfect_forward_secrecy>
                </ike>
                <ipsec>
                  <authentication_protocol>hmac-sha1-96</authentication_protocol>
                  <encryption_protocol>aes-128-cbc</encryption_protocol>
                  <perfect_forward_secrecy>group2</perfect_forward_secrecy>
                </ipsec>
              </ipsec_tunnel>
            """;
    private static final String DOCUMENT = "<vpn_connection>\n" + TUNNEL + TUNNEL + "</vpn_connection>\n";

    @Test
    void changesOnePhaseOfOneTunnel() {
        String edited = new DocumentEdits(DOCUMENT)
                .algorithms(2, 1, Map.of("encryption", "AES-256", "hash", "SHA-256", "group", "14"))
                .document();
        String second = TUNNEL.replaceFirst("sha1", "sha2-256")
                .replaceFirst("aes-128-cbc", "aes-256-cbc")
                .replaceFirst("group2", "group14");
        assertThat(edited).isEqualTo("<vpn_connection>\n" + TUNNEL + second + "</vpn_connection>\n");
    }

    @Test
    void changesBothTunnelsAndLeavesWhatIsNotSaid() {
        String edited = new DocumentEdits(DOCUMENT)
                .algorithms(0, 2, Map.of("encryption", " ", "hash", "MD5, SHA-256"))
                .document();
        String each = TUNNEL.replace("hmac-sha1-96", "hmac-md5-96,hmac-sha2-256-128");
        assertThat(edited).isEqualTo("<vpn_connection>\n" + each + each + "</vpn_connection>\n");
    }

    @Test
    void refusesWordsAndElementsThatItDoesNotKnow() {
        DocumentEdits edits = new DocumentEdits(DOCUMENT);
        assertThatThrownBy(() -> edits.algorithms(1, 1, Map.of("hash", "SHA-3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SHA-3");
        assertThatThrownBy(() -> edits.with(1, "ike", "mode", "main"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("<mode>");
    }
}
