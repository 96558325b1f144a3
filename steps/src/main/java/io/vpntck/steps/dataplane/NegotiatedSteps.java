package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** What was agreed on, as the answers and the traffic show it. */
public final class NegotiatedSteps {
    private static final int UDP_HEADER = 8;
    private static final int ESP_HEADER = 8;
    private static final int BLOCK = 16;

    /** Readers of captures know by this that the packet is not meant to be right. */
    private static final String UNOPENED = "the gateway's ICV is wrong, as the scenario wants it";

    private final World world;
    private final Tunnels tunnels;

    public NegotiatedSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    /** One row: encryption, hash, group. */
    @Then("the AWS side chose in phase {int} of tunnel {int}:")
    public void theAwsSideChose(int phase, int tunnel, List<Map<String, String>> rows) {
        Map<String, String> row = rows.get(0);
        String expected = row.get("encryption") + ", " + row.get("hash") + ", group " + row.get("group");
        List<ObservedPacket.Ike> choices = new ChosenAlgorithms(tunnels.view(), tunnels.outside(tunnel)).choices(phase);
        assertThat(choices)
                .as("choices of the AWS side in phase " + phase + " of tunnel " + tunnel)
                .isNotEmpty();
        choices.forEach(choice -> note(choice, expected, ChosenAlgorithms.words(choice, phase)));
        assertThat(choices)
                .extracting(choice -> ChosenAlgorithms.words(choice, phase))
                .as("transforms in phase " + phase + " of tunnel " + tunnel)
                .containsOnly(expected);
    }

    private void note(ObservedPacket.Ike choice, String expected, String words) {
        if (words.equals(expected)) {
            world.notes().proves(choice, "chooses " + words);
        } else {
            world.notes().breaks(choice, "chooses " + words);
        }
    }

    /** One row: key bits, ICV octets. */
    @Then("ESP of tunnel {int} opens in both directions, in whole blocks:")
    public void espOpens(int tunnel, List<Map<String, Integer>> rows) {
        int keyBits = rows.get(0).get("key bits");
        int icv = rows.get(0).get("ICV octets");
        Ipv4Address aws = tunnels.outside(tunnel);
        List<ObservedPacket.Esp> esp = tunnels.view().of(ObservedPacket.Esp.class, aws);
        assertThat(esp).as("ESP to the AWS side").anyMatch(p -> p.destination().equals(aws));
        assertThat(esp).as("ESP from the AWS side").anyMatch(p -> p.source().equals(aws));
        for (ObservedPacket.Esp packet : esp) {
            assertThat(packet.inner()).as("content of " + packet.label()).isPresent();
            int length = packet.packet().payload().length() - (packet.inUdp() ? UDP_HEADER : 0);
            assertThat(length)
                    .as("octets of " + packet.label())
                    .isEqualTo(espLength(packet.inner().orElseThrow(), icv));
        }
        assertThat(keyBits(esp)).as("key lengths").containsOnly(keyBits);
    }

    /** RFC 4303, section 2, and RFC 3602, section 3: header, IV, content with trailer in whole blocks, ICV. */
    private static int espLength(Ipv4Packet inner, int icv) {
        int blocks = (inner.totalLength() + 2 + BLOCK - 1) / BLOCK;
        return ESP_HEADER + BLOCK + blocks * BLOCK + icv;
    }

    private List<Integer> keyBits(List<ObservedPacket.Esp> esp) {
        List<Integer> spis = esp.stream().map(ObservedPacket.Esp::spi).toList();
        return world.testbed().lab().espSecrets().stream()
                .filter(secret -> spis.contains(secret.spi()))
                .map(EspSecret::encryptionKey)
                .map(key -> key.length() * 8)
                .toList();
    }

    @Then("ESP came from the gateway, and none from the AWS side")
    public void onlyTheGatewaySends() {
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket.Esp> esp = tunnels.view().all(ObservedPacket.Esp.class);
        assertThat(esp).as("ESP to the AWS side").anyMatch(p -> aws.contains(p.destination()));
        esp.stream()
                .filter(p -> aws.contains(p.destination()) && p.inner().isEmpty())
                .forEach(p -> world.notes().proves(p, UNOPENED));
        assertThat(esp)
                .as("ESP from the AWS side")
                .filteredOn(p -> aws.contains(p.source()))
                .isEmpty();
    }

    @Then("DescribeVpnConnections shows tunnel {int} UP within {int} s")
    public void oneTunnelIsShownUp(int tunnel, int seconds) {
        assertThat(world.testbed()
                        .await(
                                Duration.ofSeconds(seconds),
                                () -> tunnels.telemetry(tunnel).status() == TelemetryStatus.UP))
                .as("tunnel " + tunnel + " UP within " + seconds + " s")
                .isTrue();
    }
}
