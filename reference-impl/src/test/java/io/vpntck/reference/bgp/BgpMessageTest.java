package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgpMessageTest {
    private static final String MARKER = "ff".repeat(16);
    private static final Ipv4Address SPEAKER = Ipv4Address.of("169.254.10.1");

    static List<BgpMessage> decode(String hex) throws BgpException {
        BgpFramer framer = new BgpFramer();
        framer.append(Octets.ofHex(hex));
        List<BgpMessage> messages = new ArrayList<>();
        for (var frame = framer.next(); frame.isPresent(); frame = framer.next()) {
            messages.add(BgpMessage.decode(frame.get()));
        }
        return messages;
    }

    @Test
    void openOfFourOctets() throws BgpException {
        OpenMessage open = OpenMessage.of(
                4_200_000_000L, 30, SPEAKER, List.of(Capability.IPV4_UNICAST, Capability.fourOctetAs(4_200_000_000L)));
        assertThat(open.encode())
                .isEqualTo(Octets.ofHex(MARKER + "002b 01 04 5ba0 001e a9fe0a01 0e 02 0c 0104 00010001 4104 fa56ea00"));
        BgpMessage again = decode(open.encode().toHex()).get(0);
        assertThat(again).isEqualTo(open);
        assertThat(((OpenMessage) again).as()).isEqualTo(4_200_000_000L);
        assertThat(open.myAs()).isEqualTo(23456);
    }

    @Test
    void readsRestartTimeOfGracefulRestart() {
        assertThat(new Capability(64, Octets.ofHex("4078 00010180")).restartSeconds())
                .isEqualTo(OptionalLong.of(120));
        assertThat(Capability.ROUTE_REFRESH.restartSeconds()).isEmpty();
    }

    @Test
    void updateWithWithdrawnAndAnnounced() throws BgpException {
        String hex = MARKER + "0031 02 0004 18c0a801 0014 40010100 400206 0201 0000fde8 400304 a9fe0a02 080a";
        UpdateMessage update = new UpdateMessage(
                List.of(Ipv4Prefix.of("192.168.1.0/24")),
                AttributeWriter.write(
                        PathAttributes.of(Origin.IGP, AsPath.of(65000L), Ipv4Address.of("169.254.10.2")), AsWidth.FOUR),
                Octets.EMPTY,
                List.of(Ipv4Prefix.of("10.0.0.0/8")));
        assertThat(update.encode()).isEqualTo(Octets.ofHex(hex));
        assertThat(decode(update.encode().toHex())).containsExactly(update);
    }

    @Test
    void notificationWithText() throws BgpException {
        NotificationMessage shutdown = NotificationMessage.shutdown("maintenance");
        assertThat(shutdown.encode()).isEqualTo(Octets.ofHex(MARKER + "0021 03 06 02 0b 6d61696e74656e616e6365"));
        assertThat(decode(shutdown.encode().toHex()).get(0))
                .asInstanceOf(InstanceOfAssertFactories.type(NotificationMessage.class))
                .satisfies(n -> {
                    assertThat(n.shutdownText()).contains("maintenance");
                    assertThat(n.error()).contains(ErrorCode.ADMINISTRATIVE_SHUTDOWN);
                    assertThat(n).hasToString("NOTIFICATION 6/2 (ADMINISTRATIVE_SHUTDOWN): maintenance");
                });
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "marker,               fffffffffffffffffffffffffffffffe001304, 1/1, ''",
        "length 18,            ffffffffffffffffffffffffffffffff001204, 1/2, 0012",
        "length 4097,          ffffffffffffffffffffffffffffffff100102, 1/2, 1001",
        "KEEPALIVE too long,   ffffffffffffffffffffffffffffffff00140400, 1/2, 0014",
        "OPEN too short,       ffffffffffffffffffffffffffffffff001c01, 1/2, 001c",
        "UPDATE too short,     ffffffffffffffffffffffffffffffff001602, 1/2, 0016",
        "REFRESH too long,     ffffffffffffffffffffffffffffffff001805, 1/2, 0018",
        "type 0,               ffffffffffffffffffffffffffffffff001300, 1/3, 00",
        "type 6,               ffffffffffffffffffffffffffffffff001306, 1/3, 06",
        "version 3,            ffffffffffffffffffffffffffffffff001d0103fde8001e0a00000100, 2/1, 0004",
        "parameter 1,          ffffffffffffffffffffffffffffffff00200104fde8001e0a00000103010100, 2/4, ''",
        "parameters too long,  ffffffffffffffffffffffffffffffff001d0104fde8001e0a00000104, 2/0, ''",
        "capability too long,  ffffffffffffffffffffffffffffffff00210104fde8001e0a0000010402024104, 2/0, ''",
        "withdrawn too long,   ffffffffffffffffffffffffffffffff00170200050000, 3/1, ''",
        "attributes too long,  ffffffffffffffffffffffffffffffff00170200000005, 3/1, ''",
        "prefix of 33 bits,    ffffffffffffffffffffffffffffffff001d0200000000210a00000000, 3/10, ''",
        "prefix cut,           ffffffffffffffffffffffffffffffff001a0200000000180a00, 3/10, ''",
    })
    void faultsThatEndTheSession(String fault, String hex, String codes, String data) {
        assertThatThrownBy(() -> decode(hex)).isInstanceOfSatisfying(BgpException.class, e -> {
            NotificationMessage told = e.notification();
            assertThat(told.code() + "/" + told.subcode()).isEqualTo(codes);
            assertThat(told.data().toHex()).isEqualTo(data);
        });
    }

    @Test
    void framesComeOutOfAnyCutOfTheStream() throws BgpException {
        Octets stream = Octets.concat(
                new KeepaliveMessage().encode(),
                RouteRefreshMessage.IPV4_UNICAST.encode(),
                NotificationMessage.shutdown("").encode());
        BgpFramer framer = new BgpFramer();
        List<BgpMessage> messages = new ArrayList<>();
        for (int i = 0; i < stream.length(); i++) {
            framer.append(stream.slice(i, i + 1));
            var frame = framer.next();
            if (frame.isPresent()) {
                messages.add(BgpMessage.decode(frame.get()));
            }
        }
        assertThat(messages)
                .containsExactly(
                        new KeepaliveMessage(),
                        RouteRefreshMessage.IPV4_UNICAST,
                        new NotificationMessage(6, 2, Octets.EMPTY));
    }

    @Test
    void refusesToWriteMoreThanAMessageHolds() {
        UpdateMessage update = UpdateMessage.withdrawing(IntStream.range(0, 900)
                .mapToObj(i -> Ipv4Prefix.host(new Ipv4Address(i)))
                .toList());
        assertThatThrownBy(update::encode).isInstanceOf(IllegalArgumentException.class);
    }
}
