package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What BIRD, FRR, GoBGP and OpenBGPD sent in real sessions, read and written again octet for octet. */
class RecordedSessionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bird", "frr", "gobgp", "openbgpd"})
    void areWrittenAgainAsTheyWere(String speaker) throws Exception {
        List<BgpMessage> messages = new ArrayList<>();
        for (Octets octets : recorded(speaker)) {
            BgpMessage message = BgpMessageTest.decode(octets.toHex()).get(0);
            assertThat(message.encode()).isEqualTo(octets);
            messages.add(message);
        }
        assertThat(messages)
                .hasAtLeastOneElementOfType(OpenMessage.class)
                .hasAtLeastOneElementOfType(UpdateMessage.class)
                .hasAtLeastOneElementOfType(KeepaliveMessage.class)
                .hasAtLeastOneElementOfType(NotificationMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "frr", "gobgp", "openbgpd"})
    void sayWhatTheirConfigurationsSay(String speaker) throws Exception {
        Set<Object> prefixes = new HashSet<>();
        for (Octets octets : recorded(speaker)) {
            BgpMessage message = BgpMessageTest.decode(octets.toHex()).get(0);
            if (message instanceof OpenMessage open) {
                assertThat(open.as()).isBetween(65010L, 65040L);
                assertThat(open.hasFourOctetAs()).isTrue();
                assertThat(open.capabilities()).contains(Capability.IPV4_UNICAST, Capability.ROUTE_REFRESH);
            } else if (message instanceof UpdateMessage update
                    && !update.announced().isEmpty()) {
                UpdateOutcome outcome = AttributeReader.read(
                        update, AsWidth.FOUR, SessionSettings.of(64512, 65000, Ipv4Address.of("169.254.10.1")));
                assertThat(outcome.faults()).isEmpty();
                AsPath path = outcome.attributes().orElseThrow().asPath();
                assertThat(path.first().orElseThrow()).isBetween(65010L, 65040L);
                // FRR sends the kit's own routes back, with both ASes in the path.
                if (path.length() == 1) {
                    prefixes.addAll(outcome.announced());
                } else {
                    assertThat(path.contains(4_200_000_000L)).isTrue();
                }
            }
        }
        assertThat(prefixes).hasSize(100);
    }

    /** One message a line, in hexadecimal digits; lines that begin with a hash say where it is from. */
    static List<Octets> recorded(String speaker) throws IOException {
        try (InputStream in = RecordedSessionsTest.class.getResourceAsStream("/vectors/bgp/" + speaker + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Octets::ofHex)
                    .toList();
        }
    }
}
