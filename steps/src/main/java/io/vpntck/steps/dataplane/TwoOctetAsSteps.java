package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.bgp.RawAttribute;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.glue.World;
import java.util.List;

/** Gateways that know AS numbers of two octets only (RFC 6793, section 4.2). */
public final class TwoOctetAsSteps {
    private static final int AS_PATH = 2;
    private static final int AS4_PATH = 17;
    /** AS_SEQUENCE of one number (RFC 4271, section 4.3). */
    private static final Octets SEQUENCE_OF_ONE = Octets.ofHex("0201");

    private final World world;
    private final Peerings peerings;

    public TwoOctetAsSteps(World world, Peerings peerings) {
        this.world = world;
        this.peerings = peerings;
    }

    @Given("the gateway knows AS numbers of two octets only")
    public void knowsTwoOctets() {
        world.testbed().gateway().twoOctetAs();
    }

    @Then(
            "through each tunnel, the AWS side announces {word} with the path {int} in two octets, and {long} in AS4_PATH")
    public void announcesBoth(String prefix, int narrow, long wide) {
        Octets path =
                Octets.concat(SEQUENCE_OF_ONE, new OctetWriter().uint16(narrow).toOctets());
        Octets path4 =
                Octets.concat(SEQUENCE_OF_ONE, new OctetWriter().uint32(wide).toOctets());
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.fromAws(tunnel, UpdateMessage.class))
                    .as("UPDATE of the AWS side for " + prefix + ", tunnel %d", tunnel)
                    .filteredOn(update -> update.announced().contains(Ipv4Prefix.of(prefix)))
                    .isNotEmpty()
                    .allSatisfy(update -> {
                        assertThat(values(update, AS_PATH)).as("AS_PATH").containsExactly(path);
                        assertThat(values(update, AS4_PATH)).as("AS4_PATH").containsExactly(path4);
                    });
        }
    }

    private static List<Octets> values(UpdateMessage update, int type) {
        return update.attributes().stream()
                .filter(attribute -> attribute.type() == type)
                .map(RawAttribute::value)
                .toList();
    }
}
