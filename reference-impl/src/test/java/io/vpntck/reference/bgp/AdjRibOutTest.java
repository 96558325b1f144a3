package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AdjRibOutTest {
    private static final List<Ipv4Prefix> SITES =
            List.of(Ipv4Prefix.of("192.168.10.0/24"), Ipv4Prefix.of("192.168.11.1/32"));

    /** RFC 4271, section 9.2: a path that grows by the own AS may leave no room for what fitted before. */
    @Test
    void withdrawsWhatFitsInNoMessage() {
        for (int length = 3_900; length <= 4_096; length++) {
            List<UpdateMessage> messages = AdjRibOut.announcing(SITES, withUnknown(length), AsWidth.FOUR);
            assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(
                            message.encode().length())
                    .isLessThanOrEqualTo(BgpMessage.LONGEST));
        }
        assertThat(AdjRibOut.announcing(SITES, withUnknown(3_900), AsWidth.FOUR))
                .allSatisfy(message -> assertThat(message.announced()).isEqualTo(SITES));
        assertThat(AdjRibOut.announcing(SITES, withUnknown(4_096), AsWidth.FOUR))
                .allSatisfy(message -> assertThat(message.withdrawn()).isEqualTo(SITES));
    }

    private static PathAttributes withUnknown(int length) {
        RawAttribute unknown =
                new RawAttribute(RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE, 99, Octets.zeros(length));
        return new PathAttributes(
                Origin.IGP,
                AsPath.of(64512L, 65000L),
                Ipv4Address.of("169.254.10.5"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(unknown));
    }
}
