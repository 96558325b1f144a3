package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.util.List;
import java.util.function.Predicate;

/** What is on the outside network without ESP, and not of the AWS side. */
public final class ClearTextSteps {
    private final World world;
    private final Tunnels tunnels;

    public ClearTextSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Then("nothing leaves the gateway in clear")
    public void nothingLeavesInClear() {
        requireNone(packet -> true);
    }

    /** Where the LAN sends elsewhere too: a gateway may have a way to the internet for that. */
    @Then("nothing for the VPC {word} leaves the gateway in clear")
    public void nothingForTheVpcLeavesInClear(String cidr) {
        Ipv4Prefix vpc = Ipv4Prefix.of(cidr);
        requireNone(packet -> vpc.contains(packet.destination()));
    }

    private void requireNone(Predicate<Ipv4Packet> forbidden) {
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket.Clear> clear = tunnels.view().all(ObservedPacket.Clear.class).stream()
                .filter(packet -> !aws.contains(packet.source()))
                .filter(packet -> forbidden.test(packet.packet()))
                .toList();
        clear.forEach(packet -> world.notes().breaks(packet, "sent in clear"));
        assertThat(clear.stream().map(ClearTextSteps::words))
                .as("packets in clear")
                .isEmpty();
    }

    private static String words(ObservedPacket.Clear clear) {
        Ipv4Packet packet = clear.packet();
        return clear.time() + " " + packet.source() + " to " + packet.destination() + ", protocol " + packet.protocol();
    }
}
