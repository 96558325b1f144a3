package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.bgp.AsPath.Segment;
import io.vpntck.reference.bgp.AsPath.SegmentType;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in UPDATE messages of an external peer, a row for each rule of RFC 7606 and RFC 6793. */
class AttributeReaderTest {
    private static final Ipv4Prefix PREFIX = Ipv4Prefix.of("192.168.10.0/24");
    private static final SessionSettings OWN = SessionSettings.of(64512, 65000, Ipv4Address.of("169.254.10.1"));
    private static final String ORIGIN = "40010100";
    private static final String AS_PATH = "40020602010000fde8";
    private static final String NEXT_HOP = "400304a9fe0a02";
    private static final String GOOD = ORIGIN + AS_PATH + NEXT_HOP;

    private static UpdateOutcome read(String attributes, AsWidth width, String nlri) throws BgpException {
        Octets path = Octets.ofHex(attributes);
        return AttributeReader.read(
                UpdateMessage.decodeBody(Octets.ofHex("0000" + "%04x".formatted(path.length()) + attributes + nlri)),
                width,
                OWN);
    }

    private static UpdateOutcome read(String attributes) throws BgpException {
        return read(attributes, AsWidth.FOUR, "18c0a80a");
    }

    @Test
    void takesWhatIsRight() throws BgpException {
        UpdateOutcome outcome = read(GOOD + "80040400000064" + "c00808fde80001ffffff01");
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.announced()).containsExactly(PREFIX);
        PathAttributes attributes = outcome.attributes().orElseThrow();
        assertThat(attributes.med()).hasValue(100);
        assertThat(attributes.asPath()).isEqualTo(AsPath.of(65000L));
        assertThat(attributes.communities()).containsExactly(0xfde8_0001L, 0xffff_ff01L);
        assertThat(attributes.nextHop()).isEqualTo(Ipv4Address.of("169.254.10.2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ORIGIN missing,                40020602010000fde8400304a9fe0a02",
        "AS_PATH missing,               40010100400304a9fe0a02",
        "NEXT_HOP missing,              4001010040020602010000fde8",
        "ORIGIN of 3,                   4001010340020602010000fde8400304a9fe0a02",
        "ORIGIN of two octets,          400102000040020602010000fde8400304a9fe0a02",
        "ORIGIN of none,                40010040020602010000fde8400304a9fe0a02",
        "ORIGIN optional,               c001010040020602010000fde8400304a9fe0a02",
        "AS_PATH segment type 3,        4001010040020603010000fde8400304a9fe0a02",
        "AS_PATH segment overruns,      4001010040020602020000fde8400304a9fe0a02",
        "AS_PATH one octet left,        4001010040020702010000fde802400304a9fe0a02",
        "AS_PATH segment of none,       4001010040020802010000fde80200400304a9fe0a02",
        "AS_PATH not transitive,        4001010000020602010000fde8400304a9fe0a02",
        "NEXT_HOP of three octets,      4001010040020602010000fde8400303a9fe0a",
        "NEXT_HOP of five octets,       4001010040020602010000fde8400305a9fe0a0200",
        "NEXT_HOP 0.0.0.0,              4001010040020602010000fde840030400000000",
        "NEXT_HOP of a group,           4001010040020602010000fde8400304e0000001",
        "NEXT_HOP of the loopback,      4001010040020602010000fde84003047f000001",
        "MED of three octets,           4001010040020602010000fde8400304a9fe0a02800403000064",
        "MED transitive,                4001010040020602010000fde8400304a9fe0a02c0040400000064",
        "COMMUNITIES of six octets,     4001010040020602010000fde8400304a9fe0a02c00806fde80001ffff",
        "COMMUNITIES of none,           4001010040020602010000fde8400304a9fe0a02c00800",
        "an attribute runs over,        4001010040020602010000fde8400304a9fe0a0280040500000064",
        "two octets of an attribute,    4001010040020602010000fde8400304a9fe0a028004",
        "half a length of two octets,   4001010040020602010000fde8400304a9fe0a02900400",
    })
    void treatsAsWithdraw(String fault, String attributes) throws BgpException {
        UpdateOutcome outcome = read(attributes);
        assertThat(outcome.withdrawn()).containsExactly(PREFIX);
        assertThat(outcome.announced()).isEmpty();
        assertThat(outcome.faults()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LOCAL_PREF of a stranger,      40050400000064,       0",
        "LOCAL_PREF of two octets,      4005020064,           0",
        "ATOMIC_AGGREGATE of one octet, 40060100,             1",
        "ATOMIC_AGGREGATE optional,     c00600,               1",
        "AGGREGATOR of six octets,      c00706fde80a000001,   1",
        "ORIGINATOR_ID,                 8009040a000001,       0",
        "CLUSTER_LIST,                  800a040a000001,       0",
        "AS4_PATH in four octets,       c0110602010000fde8,   1",
        "AS4_AGGREGATOR in four octets, c012080000fde80a000001, 1",
        "a second ORIGIN,               40010102,             1",
        "an unknown one twice,           c0630101c0630102,     1",
    })
    void leavesTheAttributeOut(String fault, String more, int faults) throws BgpException {
        UpdateOutcome outcome = read(GOOD + more);
        assertThat(outcome.announced()).containsExactly(PREFIX);
        assertThat(outcome.faults()).hasSize(faults);
        PathAttributes attributes = outcome.attributes().orElseThrow();
        assertThat(attributes.origin()).isEqualTo(Origin.IGP);
        assertThat(attributes.localPref()).isEmpty();
        assertThat(attributes.atomicAggregate()).isFalse();
        assertThat(attributes.aggregator()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "well-known and not known,      4001010040020602010000fde8400304a9fe0a02406300, 18c0a80a, 2",
        "MP_REACH_NLRI twice,           4001010040020602010000fde8400304a9fe0a02800e00800e00, 18c0a80a, 1",
        "MP_UNREACH_NLRI twice,         800f03000101800f03000101, 18c0a80a, 1",
        "to withdraw without prefixes,  4001010340020602010000fde8400304a9fe0a02, '', 1",
    })
    void endsTheSession(String fault, String attributes, String nlri, int subcode) {
        assertThatThrownBy(() -> read(attributes, AsWidth.FOUR, nlri == null ? "" : nlri))
                .isInstanceOfSatisfying(BgpException.class, e -> {
                    assertThat(e.notification().code()).isEqualTo(3);
                    assertThat(e.notification().subcode()).isEqualTo(subcode);
                });
    }

    @Test
    void handsUnknownTransitiveAttributesOnAsPartial() throws BgpException {
        PathAttributes attributes =
                read(GOOD + "c063020102" + "80640101").attributes().orElseThrow();
        assertThat(attributes.unknown()).containsExactly(new RawAttribute(0xe0, 0x63, Octets.ofHex("0102")));
        assertThat(AttributeWriter.write(attributes, AsWidth.FOUR))
                .last()
                .isEqualTo(new RawAttribute(0xe0, 0x63, Octets.ofHex("0102")));
    }

    @ParameterizedTest(name = "{0} behind {1} is {2}")
    @CsvSource({
        "23456,               4200000000,              4200000000",
        "65001 23456,         4200000000,              65001 4200000000",
        "65001 65002 23456,   4200000000,              65001 65002 4200000000",
        "23456,               65001 4200000000,        23456",
        "23456 23456,         4200000000 4200000001,   4200000000 4200000001",
    })
    void findsTheTruePathOfATwoOctetNeighbour(String narrow, String four, String merged) {
        assertThat(path(narrow).mergedWith(path(four))).hasToString(merged);
    }

    @Test
    void aSetCountsAsOneWhenPathsAreMerged() {
        AsPath narrow = new AsPath(List.of(
                new Segment(SegmentType.SEQUENCE, List.of(65001L, 23456L)),
                new Segment(SegmentType.SET, List.of(65003L, 65004L))));
        AsPath four = new AsPath(List.of(
                new Segment(SegmentType.SEQUENCE, List.of(4_200_000_000L)),
                new Segment(SegmentType.SET, List.of(65003L, 65004L))));
        assertThat(narrow.length()).isEqualTo(3);
        assertThat(narrow.mergedWith(four)).hasToString("65001 4200000000 {65003,65004}");
    }

    @Test
    void anAggregatorOfATrueTwoOctetAsMakesTheAs4AttributesOutdated() throws BgpException {
        String narrow = ORIGIN + "400204" + "02015ba0" + NEXT_HOP;
        String as4 = "c01106" + "0201fa56ea00" + "c01208" + "fa56ea000a000001";
        PathAttributes believed = read(narrow + "c007065ba00a000001" + as4, AsWidth.TWO, "18c0a80a")
                .attributes()
                .orElseThrow();
        assertThat(believed.asPath()).isEqualTo(AsPath.of(4_200_000_000L));
        assertThat(believed.aggregator())
                .contains(new PathAttributes.Aggregator(4_200_000_000L, Ipv4Address.of("10.0.0.1")));
        PathAttributes outdated = read(narrow + "c00706fde80a000001" + as4, AsWidth.TWO, "18c0a80a")
                .attributes()
                .orElseThrow();
        assertThat(outdated.asPath()).isEqualTo(AsPath.of(23456L));
        assertThat(outdated.aggregator()).map(PathAttributes.Aggregator::as).contains(65000L);
    }

    @Test
    void writesTheTrueNumbersForATwoOctetNeighbour() throws BgpException, MalformedMessageException {
        PathAttributes attributes =
                PathAttributes.of(Origin.IGP, AsPath.of(4_200_000_000L, 65000L), Ipv4Address.of("169.254.10.1"));
        List<RawAttribute> written = AttributeWriter.write(attributes, AsWidth.TWO);
        assertThat(written).extracting(RawAttribute::type).containsExactly(1, 2, 3, 17);
        assertThat(written.get(1).value()).isEqualTo(Octets.ofHex("0202 5ba0 fde8"));
        assertThat(written.get(3).value()).isEqualTo(Octets.ofHex("0202 fa56ea00 0000fde8"));
        UpdateOutcome again =
                AttributeReader.read(UpdateMessage.announcing(written, List.of(PREFIX)), AsWidth.TWO, OWN);
        assertThat(again.attributes()).isEqualTo(Optional.of(attributes));
        assertThat(AttributeWriter.write(attributes, AsWidth.FOUR))
                .extracting(RawAttribute::type)
                .containsExactly(1, 2, 3);
    }

    @Test
    void aReaderOfOldHandsTheTrueNumbersOnUnread() throws BgpException {
        Octets attributes = Octets.ofHex(ORIGIN + "400204" + "02015ba0" + NEXT_HOP + "c01106" + "0201fa56ea00");
        String body = "0000" + "%04x".formatted(attributes.length()) + attributes.toHex() + "18c0a80a";
        PathAttributes read = AttributeReader.read(
                        UpdateMessage.decodeBody(Octets.ofHex(body)), AsWidth.TWO, OWN.withoutFourOctetAs())
                .attributes()
                .orElseThrow();
        assertThat(read.asPath()).isEqualTo(AsPath.of(23456L));
        // RFC 4271, section 9: an optional transitive attribute that is not known goes on with the Partial bit.
        assertThat(read.unknown()).containsExactly(new RawAttribute(0xe0, 17, Octets.ofHex("0201fa56ea00")));
    }

    @Test
    void aPathIsCutIntoSegmentsOf255() throws MalformedMessageException {
        AsPath path = AsPath.of(65000L).prepended(65001, 300);
        assertThat(path.segments()).extracting(s -> s.ases().size()).containsExactly(45, 255, 1);
        assertThat(path.length()).isEqualTo(301);
        assertThat(AsPath.decode(path.encode(AsWidth.FOUR), AsWidth.FOUR)).isEqualTo(path);
    }

    private static AsPath path(String text) {
        return AsPath.of(Arrays.stream(text.split(" ")).map(Long::valueOf).toArray(Long[]::new));
    }
}
