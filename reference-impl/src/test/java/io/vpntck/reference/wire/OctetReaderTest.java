package io.vpntck.reference.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OctetReaderTest {

    @Test
    void readsInNetworkOrder() throws MalformedMessageException {
        OctetReader in = Octets.ofHex("01 0203 fffffffe aabb").reader();

        assertThat(in.uint8("a")).isEqualTo(1);
        assertThat(in.uint16("b")).isEqualTo(0x0203);
        assertThat(in.uint32("c")).isEqualTo(0xffff_fffeL);
        assertThat(in.rest()).isEqualTo(Octets.ofHex("aabb"));
        in.requireEnd("message");
    }

    @Test
    void namesTheFieldAndTheOctetWhereTheRunEnds() {
        OctetReader in = Octets.ofHex("0102").reader();

        assertThatThrownBy(() -> {
                    in.uint8("Length");
                    in.uint32("SPI");
                })
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("SPI at octet 1: needs 4 octets, 1 left");
    }

    @Test
    void aSliceEndsWhereItsLengthSays() throws MalformedMessageException {
        OctetReader in = Octets.ofHex("010203").reader();
        OctetReader slice = in.slice("body", 2);

        assertThat(slice.rest()).isEqualTo(Octets.ofHex("0102"));
        assertThatThrownBy(() -> slice.uint8("more")).hasMessageStartingWith("more at octet 2");
        assertThat(in.uint8("next")).isEqualTo(3);
    }
}
