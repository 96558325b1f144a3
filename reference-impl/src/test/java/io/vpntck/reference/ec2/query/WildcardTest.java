package io.vpntck.reference.ec2.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPN-API-08: the wildcards of filters. */
class WildcardTest {
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "north, north, true",
        "north, North, false",
        "n*h, north, true",
        "n*h*, north-east, true",
        "*, '', true",
        "?, '', false",
        "nort?, north, true",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "a\\?, a?, true",
        "a\\, a\\, true",
        "'', '', true",
        "'', a, false",
    })
    void matches(String pattern, String text, boolean expected) {
        assertThat(new Wildcard(pattern).matches(text)).isEqualTo(expected);
    }

    /** The oracle is a regular expression, which is right and may be slow. */
    @Property
    void matchesAsARegularExpressionDoes(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b', '?'}) @StringLength(max = 8) String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : String.valueOf((char) c))
                .collect(Collectors.joining());
        assertThat(new Wildcard(pattern).matches(text)).isEqualTo(Pattern.matches(regex, text));
    }

    @Test
    void isQuickWithManyStars() {
        String pattern = "*a".repeat(5_000) + "b";
        String text = "a".repeat(10_000);
        boolean matched =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new Wildcard(pattern).matches(text));
        assertThat(matched).isFalse();
    }
}
