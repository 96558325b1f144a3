package io.vpntck.containers;

import com.github.dockerjava.api.model.Capability;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The reference AWS side in a container, which holds the outside link and the sink as well. */
final class AwsSideContainer implements AutoCloseable {
    private static final int API_PORT = 8080;

    private final GenericContainer<?> container;

    AwsSideContainer(String image, ControlNetwork network, String run) {
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(name -> false)
                .withLabels(RunLabels.of(run))
                .withEnv(OutsideLink.ofAwsSide())
                .withCreateContainerCmdModifier(command -> {
                    command.withName("vpn-tck-" + run + "-aws-side");
                    command.getHostConfig()
                            .withCapAdd(Capability.NET_ADMIN)
                            // No kernel forwards what it should not, nor answers a clear ping for the AWS side.
                            .withSysctls(Map.of(
                                    "net.ipv4.ip_forward", "0",
                                    "net.ipv4.icmp_echo_ignore_all", "1"));
                })
                .waitingFor(
                        Wait.forLogMessage(".*Serving the EC2 API.*\\n", 1).withStartupTimeout(Duration.ofSeconds(60)));
        network.join(container, ControlNetwork.AWS_SIDE);
    }

    void start() {
        container.start();
    }

    /** Has a gateway's container share the network namespace, and with it the outside link. */
    void letIn(GenericContainer<?> gateway) {
        gateway.withNetworkMode("container:" + container.getContainerId());
    }

    URI api() {
        return URI.create("http://" + ControlNetwork.AWS_SIDE + ":" + API_PORT);
    }

    String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
