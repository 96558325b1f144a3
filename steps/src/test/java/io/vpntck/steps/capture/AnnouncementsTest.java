package io.vpntck.steps.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.bgp.Capability;
import io.vpntck.reference.bgp.KeepaliveMessage;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.bgp.RawAttribute;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a gateway's announcements, and which of them lead through an AS of the receiver's. */
class AnnouncementsTest {
    private static final Ipv4Address AWS = Ipv4Address.of("169.254.44.1");
    private static final Ipv4Address GATEWAY = Ipv4Address.of("169.254.44.2");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");

    /** AS_SEQUENCE 65000, and 65000 64512, with numbers of four octets (RFC 4271, section 4.3 (b)). */
    private static final String ITSELF = "02010000fde8";

    private static final String HEARD_OF_AWS = "02020000fde80000fc00";

    private final List<ObservedBgp> messages = new ArrayList<>();

    @BeforeEach
    void open() {
        open(AWS, 64_512, true);
        open(GATEWAY, 65_000, true);
    }

    private void open(Ipv4Address side, long as, boolean fourOctets) {
        say(side, OpenMessage.of(as, 30, side, fourOctets ? List.of(Capability.fourOctetAs(as)) : List.of()));
    }

    private void say(Ipv4Address side, BgpMessage message) {
        Ipv4Packet packet = Ipv4Packet.of(side, side.equals(AWS) ? GATEWAY : AWS, Ipv4Packet.TCP, Octets.EMPTY);
        messages.add(new ObservedBgp(Instant.EPOCH.plusSeconds(messages.size()), packet, message));
    }

    private void announce(Ipv4Prefix prefix, String path) {
        announce(List.of(new RawAttribute(RawAttribute.TRANSITIVE, 2, Octets.ofHex(path))), prefix);
    }

    private void announce(List<RawAttribute> attributes, Ipv4Prefix prefix) {
        say(GATEWAY, UpdateMessage.announcing(attributes, List.of(prefix)));
    }

    private Announcements announcements() {
        return Announcements.of(messages, GATEWAY);
    }

    @Test
    void whatTheGatewayHeardThroughItsOtherTunnelIsALoopToTheAwsSide() {
        announce(LAN, ITSELF);
        announce(VPC, HEARD_OF_AWS);
        assertThat(announcements().prefixes()).containsExactly(LAN, VPC);
        assertThat(announcements().withoutLoopsThrough(64_512)).containsExactly(LAN);
        assertThat(announcements().withoutLoopsThrough(64_513)).containsExactly(LAN, VPC);
    }

    @Test
    void anAsOfASetIsALoopAsWell() {
        // AS_SEQUENCE 65000, AS_SET {64600, 64512}
        announce(VPC, "02010000fde801020000fc580000fc00");
        assertThat(announcements().withoutLoopsThrough(64_512)).isEmpty();
    }

    @Test
    void theLastPathOfAPrefixCounts() {
        announce(LAN, HEARD_OF_AWS);
        announce(LAN, ITSELF);
        announce(VPC, ITSELF);
        announce(VPC, HEARD_OF_AWS);
        assertThat(announcements().withoutLoopsThrough(64_512)).containsExactly(LAN);
    }

    @Test
    void numbersHaveTwoOctetsWhereOneSideKnowsNoOthers() {
        messages.clear();
        open(AWS, 4_200_000_000L, true);
        open(GATEWAY, 65_000, false);
        announce(LAN, "0201fde8");
        // AS_SEQUENCE 65000 23456, and its true numbers in AS4_PATH: 65000 4200000000
        announce(
                List.of(
                        new RawAttribute(RawAttribute.TRANSITIVE, 2, Octets.ofHex("0202fde85ba0")),
                        new RawAttribute(
                                RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE,
                                17,
                                Octets.ofHex("02020000fde8fa56ea00"))),
                VPC);
        assertThat(announcements().prefixes()).containsExactly(LAN, VPC);
        assertThat(announcements().withoutLoopsThrough(4_200_000_000L)).containsExactly(LAN);
    }

    @Test
    void aRouteWhosePathCannotBeReadIsWithdrawn() {
        announce(LAN, ITSELF);
        announce(LAN, "0202fde8");
        assertThat(announcements().prefixes()).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhatWasWithdrawn() {
        announce(LAN, ITSELF);
        announce(VPC, ITSELF);
        say(GATEWAY, UpdateMessage.withdrawing(List.of(LAN)));
        assertThat(announcements().prefixes()).containsExactly(VPC);
    }

    @Test
    void nothingIsLeftOnceTheSessionIsOver() {
        announce(LAN, ITSELF);
        say(AWS, new NotificationMessage(6, 2, Octets.EMPTY));
        assertThat(announcements().prefixes()).isEmpty();
        open();
        assertThat(announcements().prefixes()).isEmpty();
        announce(LAN, ITSELF);
        assertThat(announcements().prefixes()).containsExactly(LAN);
    }

    @Test
    void keepalivesAndTheOtherSideChangeNothing() {
        announce(LAN, ITSELF);
        say(GATEWAY, new KeepaliveMessage());
        say(AWS, UpdateMessage.withdrawing(List.of(LAN)));
        say(
                AWS,
                UpdateMessage.announcing(
                        List.of(new RawAttribute(RawAttribute.TRANSITIVE, 2, Octets.ofHex("02010000fc00"))),
                        List.of(VPC)));
        assertThat(announcements().prefixes()).containsExactly(LAN);
    }
}
