package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Tunnel options of which some are left out. */
public final class LeftOutOptionSteps {
    private static final List<String> RESERVED = List.of(
            "169.254.0.0/30",
            "169.254.1.0/30",
            "169.254.2.0/30",
            "169.254.3.0/30",
            "169.254.4.0/30",
            "169.254.5.0/30",
            "169.254.169.252/30");

    private final World world;
    private final Stage stage;
    private Given first;
    private Given second;

    public LeftOutOptionSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** What is given for one tunnel. */
    private record Given(Optional<String> block, Optional<String> key) {
        static Given of(String words, String block, String key) {
            return switch (words) {
                case "nothing" -> new Given(Optional.empty(), Optional.empty());
                case "a block" -> new Given(Optional.of(block), Optional.empty());
                case "a key" -> new Given(Optional.empty(), Optional.of(key));
                case "both" -> new Given(Optional.of(block), Optional.of(key));
                default -> throw new IllegalArgumentException("no such options: " + words);
            };
        }

        boolean isNothing() {
            return block.isEmpty() && key.isEmpty();
        }

        VpnTunnelOptionsSpecification options() {
            return VpnTunnelOptionsSpecification.builder()
                    .tunnelInsideCidr(block.orElse(null))
                    .preSharedKey(key.orElse(null))
                    .build();
        }

        boolean isKeptBy(Tunnel tunnel) {
            return block.filter(b -> !b.equals(tunnel.block)).isEmpty()
                    && key.filter(k -> !k.equals(tunnel.key)).isEmpty();
        }
    }

    /** A tunnel in the configuration. */
    private record Tunnel(String block, String key) {}

    @When("a VPN connection is created with {} for the first tunnel and {} for the second")
    public void isCreated(String one, String other) {
        first = Given.of(one, "169.254.44.0/30", "key.of.tunnel.1");
        second = Given.of(other, "169.254.44.4/30", "key.of.tunnel.2");
        List<VpnTunnelOptionsSpecification> options = new ArrayList<>();
        for (Given given : List.of(first, second)) {
            if (!given.isNothing()) {
                options.add(given.options());
            }
        }
        world.attempt(() -> stage.connection(false, options.toArray(VpnTunnelOptionsSpecification[]::new)));
    }

    private List<Tunnel> tunnels() {
        Configuration configuration = Configuration.of(stage.connection());
        List<Tunnel> tunnels = new ArrayList<>();
        for (int i = 0; i < configuration.insideCidrs().size(); i++) {
            tunnels.add(new Tunnel(
                    configuration.insideCidrs().get(i),
                    configuration.preSharedKeys().get(i)));
        }
        return tunnels;
    }

    @Then("its configuration shows {} for one tunnel and {} for the next as given")
    public void theConfigurationShows(String one, String other) {
        assertThat(world.refusals()).as("refusals").isEmpty();
        List<Tunnel> tunnels = tunnels();
        assertThat(tunnels).as("tunnels").hasSize(2);
        if (second.isNothing() && !first.isNothing()) {
            int kept = first.isKeptBy(tunnels.get(0)) ? 1 : 2;
            world.log("the single set of options went to tunnel " + kept);
            assertThat(tunnels.get(kept - 1))
                    .as("a tunnel with %s as given", one)
                    .matches(first::isKeptBy);
            return;
        }
        assertThat(tunnels.get(0)).as("tunnel 1, with %s as given", one).matches(first::isKeptBy);
        assertThat(tunnels.get(1)).as("tunnel 2, with %s as given", other).matches(second::isKeptBy);
    }

    @Then("what was left out is a block of 169.254.0.0\\/16 that may be used or a key of 32 letters and digits")
    public void whatWasLeftOutIsThere() {
        List<String> blocks = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Tunnel tunnel : tunnels()) {
            blocks.add(tunnel.block);
            keys.add(tunnel.key);
        }
        assertThat(blocks).as("blocks").doesNotHaveDuplicates().doesNotContainAnyElementsOf(RESERVED);
        assertThat(blocks).as("blocks").allMatch(block -> block.matches("169\\.254\\.\\d+\\.\\d+/30"));
        assertThat(keys).as("keys").doesNotHaveDuplicates();
        assertThat(keys)
                .as("keys that were not given")
                .filteredOn(key -> !first.key.equals(Optional.of(key)) && !second.key.equals(Optional.of(key)))
                .allMatch(key -> key.matches("[1-9A-Za-z][0-9A-Za-z]{31}"));
    }
}
