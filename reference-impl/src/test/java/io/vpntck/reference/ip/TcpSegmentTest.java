package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpSegmentTest {
    private static final Ipv4Address FROM = Ipv4Address.of("10.20.0.10");
    private static final Ipv4Address TO = Ipv4Address.of("10.0.1.10");

    private static Ipv4Packet packet(TcpSegment segment) {
        return Ipv4Packet.of(FROM, TO, Ipv4Packet.TCP, segment.encode(FROM, TO));
    }

    private static TcpSegment syn(String options) {
        return new TcpSegment(49152, 80, 7, 0, TcpSegment.SYN, 65535, Octets.ofHex(options), Octets.EMPTY);
    }

    @Test
    void isReadAsItWasWritten() throws MalformedMessageException {
        TcpSegment segment = new TcpSegment(
                1, 65535, -2, 5, TcpSegment.ACK | TcpSegment.FIN, 9, Octets.ofHex("01010101"), Octets.ofHex("0a0b0c"));
        assertThat(TcpSegment.decode(packet(segment))).isEqualTo(segment);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "020405b4, 1460",
        "0101080a0000000100000002020405b4, 1460",
        "0101020405b40000, 1460",
        "01010101, ",
        "00000000020405b4, ",
        "08ff0000020405b4, "
    })
    void findsTheLargestSegmentAmongTheOptions(String options, Integer size) {
        assertThat(syn(options).maximumSegmentSize().orElse(null)).isEqualTo(size);
    }

    @ParameterizedTest(name = "{0} with a limit of 1387")
    @CsvSource({"020405b4, 0204056b", "0204056b, 0204056b", "020404b0, 020404b0", "01010101, 01010101"})
    void isLoweredAndNeverRaised(String before, String after) throws MalformedMessageException {
        Ipv4Packet clamped = MssClamp.apply(packet(syn(before)), 1387);
        assertThat(TcpSegment.decode(clamped).options()).isEqualTo(Octets.ofHex(after));
    }

    @Test
    void isLeftAloneBehindTheHandshake() {
        Ipv4Packet data = packet(
                new TcpSegment(1, 2, 3, 4, TcpSegment.ACK, 9, TcpSegment.maximumSegmentSize(1460), Octets.ofHex("00")));
        assertThat(MssClamp.apply(data, 1387)).isSameAs(data);
    }

    @Test
    void isRefusedWithAWrongChecksum() {
        Ipv4Packet good = packet(syn("020405b4"));
        Ipv4Packet bad = good.withPayload(good.payload().with(23, 0));
        assertThatThrownBy(() -> TcpSegment.decode(bad))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("Checksum");
        assertThat(MssClamp.apply(bad, 1387)).isSameAs(bad);
    }

    @Test
    void refusesADataOffsetBeyondItsEnd() {
        Ipv4Packet good = packet(syn("020405b4"));
        Ipv4Packet bad = good.withPayload(good.payload().with(12, 0xf0));
        assertThatThrownBy(() -> TcpSegment.decode(bad)).hasMessageContaining("Data Offset");
    }
}
