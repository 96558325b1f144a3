package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.IcmpFragmentationNeeded;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.tunnel.InterfaceRules;
import io.vpntck.reference.tunnel.Step;
import io.vpntck.reference.tunnel.TunnelEnd;
import io.vpntck.reference.tunnel.TunnelInterface;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tunnel without an SA drops each packet that its interface hands it, and so shows them. */
class TunnelInterfaceTest {
    private static final Ipv4Address ROUTER = Ipv4Address.of("10.20.0.1");
    private static final Ipv4Address HOST = Ipv4Address.of("10.20.0.10");
    private static final Ipv4Address FAR = Ipv4Address.of("10.0.1.10");

    private static TunnelInterface with(boolean clearDf, boolean fragmentFirst, boolean tells) {
        TunnelEndpoint endpoint = new TunnelEndpoint(
                "vpn-1",
                Category.AWS_VPN,
                1,
                Ipv4Address.of("198.51.100.129"),
                Ipv4Address.of("198.51.100.10"),
                "psk.tunnel.1",
                Ipv4Prefix.of("169.254.10.0/30"),
                true,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        TunnelEnd end = new TunnelEnd(AwsPolicy.of(endpoint, Set.of()), Octets::zeros);
        return new TunnelInterface(
                end, new InterfaceRules(ROUTER, 1436, clearDf, fragmentFirst, Optional.of(1387), tells));
    }

    private static Ipv4Packet packet(int length, boolean dontFragment) {
        return Ipv4Packet.of(HOST, FAR, Ipv4Packet.UDP, Octets.zeros(length - 20))
                .withDontFragment(dontFragment);
    }

    private static List<DropReason> drops(Step step) {
        return step.drops().stream().map(Step.Drop::reason).toList();
    }

    @Test
    void handsOnWhatFits() {
        assertThat(drops(with(true, true, true).send(packet(1436, true)))).containsExactly(DropReason.NO_SA);
    }

    @Test
    void makesFragmentsOfWhatDoesNot() {
        Step step = with(false, true, true).send(packet(3000, false));
        assertThat(drops(step)).containsExactly(DropReason.NO_SA, DropReason.NO_SA, DropReason.NO_SA);
        assertThat(step.back()).isEmpty();
    }

    @Test
    void disregardsDfWhereItIsToBeCleared() {
        assertThat(drops(with(true, true, true).send(packet(1437, true))))
                .containsExactly(DropReason.NO_SA, DropReason.NO_SA);
    }

    @Test
    void leavesFragmentsToTheNetworkWhereItIsTold() {
        assertThat(drops(with(true, false, true).send(packet(3000, true)))).containsExactly(DropReason.NO_SA);
    }

    @Test
    void tellsWhatFitsWhereDfIsHonoured() throws MalformedMessageException {
        Step step = with(false, true, true).send(packet(1437, true));
        assertThat(drops(step)).containsExactly(DropReason.TOO_LARGE);
        assertThat(step.back()).singleElement().satisfies(error -> {
            assertThat(error.source()).isEqualTo(ROUTER);
            assertThat(error.destination()).isEqualTo(HOST);
        });
        assertThat(IcmpFragmentationNeeded.decode(step.back().get(0)).nextHopMtu())
                .isEqualTo(1436);
    }

    @Test
    void isSilentWhereItIsTold() {
        Step step = with(false, true, false).send(packet(1437, true));
        assertThat(drops(step)).containsExactly(DropReason.TOO_LARGE);
        assertThat(step.back()).isEmpty();
    }
}
