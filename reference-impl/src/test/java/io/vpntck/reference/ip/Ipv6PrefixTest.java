package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6PrefixTest {

    /** The forms of RFC 4291, section 2.2, and what RFC 5952, section 4, makes of them. */
    @ParameterizedTest
    @CsvSource({
        "::/0, ::/0",
        "2001:DB8:0:0:8:800:200C:417A/128, 2001:db8::8:800:200c:417a/128",
        "2001:db8::/32, 2001:db8::/32",
        "2001:0db8:0000:0001:0000:0000:0000:0000/64, 2001:db8:0:1::/64",
        "::1/128, ::1/128",
        "2001:db8:0:1:1:1:1:1/128, 2001:db8:0:1:1:1:1:1/128",
        "2001:0:0:1:0:0:0:1/128, 2001:0:0:1::1/128",
        "2001:db8:0:0:1:0:0:1/128, 2001:db8::1:0:0:1/128"
    })
    void readsAndWrites(String text, String written) {
        assertThat(Ipv6Prefix.of(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8::",
                "2001:db8::/129",
                "2001:db8::/032",
                "2001:db8::1/64",
                "2001:db8::1::/64",
                "2001:db8:1/48",
                "1:2:3:4:5:6:7:8:9/128",
                "1:2:3:4:5:6:7::8/128",
                "2001:db8:g::/48",
                "10.0.0.0/8",
                ""
            })
    void refusesWhatIsNone(String text) {
        assertThat(Ipv6Prefix.parse(text)).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int length) {
        long highMask = length == 0 ? 0 : length >= 64 ? -1 : -1L << 64 - length;
        long lowMask = length <= 64 ? 0 : length == 128 ? -1 : -1L << 128 - length;
        Ipv6Prefix prefix = new Ipv6Prefix(high & highMask, low & lowMask, length);
        assertThat(Ipv6Prefix.parse(prefix.toString())).contains(prefix);
        assertThat(prefix.covers(prefix)).isTrue();
        assertThat(Ipv6Prefix.of("::/0").covers(prefix)).isTrue();
        assertThat(Ipv4Prefix.ALL.covers(prefix)).isFalse();
    }
}
