package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FragmentationTest {
    private static Ipv4Packet packet(int payload, boolean dontFragment) {
        byte[] octets = new byte[payload];
        new Random(payload).nextBytes(octets);
        return new Ipv4Packet(
                0,
                4711,
                dontFragment,
                false,
                0,
                64,
                Ipv4Packet.ESP,
                Ipv4Address.of("198.51.100.10"),
                Ipv4Address.of("198.51.100.130"),
                Octets.EMPTY,
                Octets.of(octets));
    }

    @Test
    void aPacketThatFitsStaysWhole() {
        assertThat(Fragmentation.fit(packet(1480, false), 1500)).containsExactly(packet(1480, false));
    }

    /** RFC 791, appendix A, example 2: 452 octets of data over a network that carries 280. */
    @Test
    void fragmentsHoldMultiplesOfEightOctets() {
        List<Ipv4Packet> fragments = Fragmentation.fit(packet(452, false), 280);

        assertThat(fragments).extracting(Ipv4Packet::fragmentOffset).containsExactly(0, 32);
        assertThat(fragments).extracting(Ipv4Packet::moreFragments).containsExactly(true, false);
        assertThat(fragments).extracting(Ipv4Packet::totalLength).containsExactly(276, 216);
        assertThat(fragments).extracting(Ipv4Packet::identification).containsOnly(4711);
    }

    @Test
    void aPacketThatMayNotBeFragmentedIsLost() {
        assertThat(Fragmentation.fit(packet(1481, true), 1500)).isEmpty();
    }

    @Test
    void refusesAnMtuWithoutRoom() {
        assertThatThrownBy(() -> Fragmentation.fit(packet(100, false), 27))
                .hasMessage("an MTU of 27 octets with a header of 20");
    }

    @Property
    void reassemblyGivesBackWhatWasFragmented(
            @ForAll @IntRange(min = 1, max = 4000) int payload,
            @ForAll @IntRange(min = 68, max = 1500) int mtu,
            @ForAll @IntRange(min = 68, max = 1500) int next,
            @ForAll Random random) {
        Ipv4Packet whole = packet(payload, false);
        List<Ipv4Packet> fragments = new ArrayList<>();
        Fragmentation.fit(whole, mtu).forEach(part -> fragments.addAll(Fragmentation.fit(part, next)));
        Collections.shuffle(fragments, random);
        Reassembly reassembly = new Reassembly();

        List<Optional<Ipv4Packet>> answers =
                fragments.stream().map(reassembly::add).toList();

        assertThat(answers.subList(0, answers.size() - 1)).allMatch(Optional::isEmpty);
        assertThat(answers.get(answers.size() - 1)).contains(whole);
    }

    @Test
    void fragmentsThatOverlapAreNotPutTogether() {
        Reassembly reassembly = new Reassembly();
        List<Ipv4Packet> one = Fragmentation.fit(packet(452, false), 280);
        Ipv4Packet overlapping = one.get(1).part(31, false, one.get(1).payload());

        assertThat(reassembly.add(one.get(0))).isEmpty();
        assertThat(reassembly.add(overlapping)).isEmpty();
        assertThat(reassembly.add(one.get(1))).isEmpty();
    }

    @Test
    void aFragmentThatComesTwiceCountsOnce() {
        Reassembly reassembly = new Reassembly();
        List<Ipv4Packet> fragments = Fragmentation.fit(packet(452, false), 280);
        reassembly.add(fragments.get(0));
        reassembly.add(fragments.get(0));

        assertThat(reassembly.add(fragments.get(1))).contains(packet(452, false));
    }
}
