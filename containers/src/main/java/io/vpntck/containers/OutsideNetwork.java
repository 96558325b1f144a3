package io.vpntck.containers;

import com.github.dockerjava.api.model.Network.Ipam;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The outside network of a run: 198.51.100.0/24, a bridge of the engine's that is internal, so that nothing leaves. */
final class OutsideNetwork implements AutoCloseable {
    static final Ipv4Prefix PREFIX = Ipv4Prefix.of("198.51.100.0/24");
    /** The AWS side's own address, where its API listens; also the sink for all that has no other way. */
    static final String AWS_SIDE = "198.51.100.2";

    static final String GATEWAY = "198.51.100.10";
    /** Outside addresses of tunnels. */
    static final String TUNNELS = "198.51.100.128/25";

    private static final String BRIDGE = "198.51.100.1";

    private final String name;
    private final String id;

    OutsideNetwork(String run) {
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
