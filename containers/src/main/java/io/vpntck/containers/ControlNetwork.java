package io.vpntck.containers;

import com.github.dockerjava.api.model.Network.Ipam;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * The network of a run on which this machine reaches the API of the AWS side: a bridge of the engine's that is internal,
 * so that nothing leaves. No packet of a tunnel goes over it: see {@link OutsideLink}.
 */
final class ControlNetwork implements AutoCloseable {
    static final Ipv4Prefix PREFIX = Ipv4Prefix.of("198.18.255.0/24");
    /** The address on which the API of the AWS side listens. */
    static final String AWS_SIDE = "198.18.255.2";

    private static final String BRIDGE = "198.18.255.1";

    private final String name;
    private final String id;

    ControlNetwork(String run) {
        name = "vpn-tck-" + run;
        id = DockerClientFactory.lazyClient()
                .createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withInternal(true)
                .withLabels(RunLabels.of(run))
                .withIpam(new Ipam()
                        .withConfig(List.of(
                                new Ipam.Config().withSubnet(PREFIX.toString()).withGateway(BRIDGE))))
                .exec()
                .getId();
    }

    /** Has the container join this network, and no other, under this address. */
    void join(GenericContainer<?> container, String address) {
        container.withCreateContainerCmdModifier(command -> {
            command.getHostConfig().withNetworkMode(name);
            command.withIpv4Address(address);
        });
    }

    @Override
    public void close() {
        DockerClientFactory.lazyClient().removeNetworkCmd(id).exec();
    }
}
