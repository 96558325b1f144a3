package io.vpntck.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network.Ipam;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The network of foreign BGP speakers and the container of each. Named for what they are, and removed by name. */
final class SpeakerContainers implements AutoCloseable {
    private static final String NAME = "vpn-tck-bgp";
    private static final Ipv4Prefix PREFIX = Ipv4Prefix.of("198.18.254.0/24");

    private final DockerClient engine;
    private final String image;

    SpeakerContainers() throws TestbedUnavailableException {
        Engine.require();
        engine = DockerClientFactory.lazyClient();
        close();
        Engine.requireFree(PREFIX);
        image = Images.bgpSpeakers();
        engine.createNetworkCmd()
                .withName(NAME)
                .withDriver("bridge")
                .withInternal(true)
                .withIpam(new Ipam()
                        .withConfig(List.of(
                                new Ipam.Config().withSubnet(PREFIX.toString()).withGateway(ForeignSpeaker.KIT))))
                .exec();
    }

    GenericContainer<?> start(ForeignSpeaker speaker) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withCopyToContainer(Transferable.of(speaker.configuration(), 0600), "/speaker/conf")
                .withCommand("sh", "-c", speaker.start)
                .withCreateContainerCmdModifier(command -> {
                    command.withName(NAME + "-" + speaker.name().toLowerCase(Locale.ROOT));
                    command.getHostConfig().withNetworkMode(NAME);
                    command.withIpv4Address(speaker.address());
                });
        container.start();
        return container;
    }

    void pause(GenericContainer<?> container) {
        engine.pauseContainerCmd(container.getContainerId()).exec();
    }

    void resume(GenericContainer<?> container) {
        engine.unpauseContainerCmd(container.getContainerId()).exec();
    }

    /** What {@code command} of the container's shell printed on both its outputs. */
    static String in(GenericContainer<?> container, String command) throws IOException, InterruptedException {
        var result = container.execInContainer("sh", "-c", command + " 2>&1");
        return result.getStdout().strip();
    }

    @Override
    public void close() {
        engine.listContainersCmd()
                .withShowAll(true)
                .withNameFilter(List.of(NAME))
                .exec()
                .forEach(c ->
                        engine.removeContainerCmd(c.getId()).withForce(true).exec());
        engine.listNetworksCmd().withNameFilter(NAME).exec().stream()
                .filter(network -> network.getName().equals(NAME))
                .forEach(network -> engine.removeNetworkCmd(network.getId()).exec());
    }
}
