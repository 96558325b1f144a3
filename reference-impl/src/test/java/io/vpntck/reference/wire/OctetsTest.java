package io.vpntck.reference.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OctetsTest {

    /** A slice is the same as a copy, whether it shares the array of the whole or not. */
    @Property
    void aSliceIsAsGoodAsACopy(
            @ForAll byte[] bytes, @ForAll @IntRange(max = 40) int from, @ForAll @IntRange(max = 40) int length)
            throws MalformedMessageException {
        byte[] padded = Arrays.copyOf(bytes, 80);
        byte[] expected = Arrays.copyOfRange(padded, from, from + length);
        Octets copy = Octets.of(expected);
        Octets slice = Octets.of(padded).slice(from, from + length);
        assertThat(slice).isEqualTo(copy).hasSameHashCodeAs(copy).hasToString(copy.toHex());
        assertThat(slice.toByteArray()).isEqualTo(expected);
        assertThat(slice.length()).isEqualTo(length);
        assertThat(slice.startsWith(copy)).isTrue();
        assertThat(Octets.concat(slice, slice)).isEqualTo(Octets.concat(copy, copy));
        assertThat(slice.reader().rest()).isEqualTo(copy);
        if (length > 1) {
            assertThat(slice.from(1)).isEqualTo(copy.from(1)).isNotEqualTo(slice);
            assertThat(slice.first(1).at(0)).isEqualTo(expected[0] & 0xff);
            assertThat(slice.with(1, ~expected[1] & 0xff).at(1)).isEqualTo(~expected[1] & 0xff);
            OctetReader reader = slice.reader();
            reader.uint8("first");
            assertThat(reader.offset()).isEqualTo(1);
            assertThat(reader.slice("rest", length - 1).octets("rest", length - 1))
                    .isEqualTo(copy.from(1));
        }
    }

    @Test
    void aSliceEndsWhereItEnds() {
        Octets slice = Octets.ofHex("00112233").slice(1, 3);
        assertThatThrownBy(() -> slice.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.slice(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slice.reader().octets("Field", 3))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("Field at octet 0: needs 3 octets, 2 left");
        byte[] target = new byte[4];
        slice.copyTo(target, 1);
        assertThat(target).containsExactly(0, 0x11, 0x22, 0);
        slice.feed(1, 2, (bytes, offset, length) -> assertThat(Octets.of(bytes, offset, length))
                .isEqualTo(Octets.ofHex("22")));
    }
}
