package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpEchoTest {
    private static Ipv4Packet packet(String hex) {
        return Ipv4Packet.of(
                Ipv4Address.of("10.0.0.1"), Ipv4Address.of("10.0.0.2"), Ipv4Packet.ICMP, Octets.ofHex(hex));
    }

    /** Checksum by hand: 0x0800 + 0x1234 + 0x0001 + 0x6162 = 0x7b97, complement 0x8468. */
    @Test
    void readsAndWritesARequest() throws Exception {
        IcmpEcho echo = IcmpEcho.decode(packet("0800 8468 1234 0001 6162"));
        assertThat(echo).isEqualTo(new IcmpEcho(true, 0x1234, 1, Octets.ofUtf8("ab")));
        assertThat(echo.encode()).isEqualTo(Octets.ofHex("0800 8468 1234 0001 6162"));
        assertThat(echo.reply().encode()).isEqualTo(Octets.ofHex("0000 8c68 1234 0001 6162"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Type, 03008468123400016162", "Code, 08018467123400016162", "Checksum, 08008469123400016162"})
    void refusesAndNamesTheField(String field, String hex) {
        assertThatThrownBy(() -> IcmpEcho.decode(packet(hex)))
                .isInstanceOfSatisfying(MalformedMessageException.class, e -> assertThat(e.field())
                        .isEqualTo(field));
    }
}
