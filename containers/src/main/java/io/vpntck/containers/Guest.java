package io.vpntck.containers;

import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** A container whose process is a kernel of its own; that kernel has taken over the link to the AWS side. */
final class Guest implements AutoCloseable {
    /** A folder that the container shares with the guest. */
    static final String FOLDER = "/gateway/";

    private static final Duration BOOTS = Duration.ofSeconds(90);

    private final GenericContainer<?> container;

    Guest(String image, AwsSideContainer awsSide, String run, int number) {
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withImagePullPolicy(name -> false)
                .withLabels(RunLabels.of(run))
                .withEnv(OutsideLink.ofGateway())
                .withTmpFs(Map.of("/dev/shm", "exec,size=256m"))
                .withCreateContainerCmdModifier(command -> {
                    command.withName("vpn-tck-" + run + "-gateway-" + number);
                    command.getHostConfig().withCapAdd(Capability.NET_ADMIN);
                })
                .waitingFor(Wait.forLogMessage(".*GUEST-READY.*\\n", 1).withStartupTimeout(BOOTS));
        awsSide.letIn(container);
    }

    /** Starts the container, and waits until the guest in it is up. */
    void boot() {
        container.start();
    }

    /**
     * What a shell command in the guest prints.
     *
     * @throws IllegalStateException when it ends with another code than 0
     */
    String run(String command) {
        ExecResult result = exec("/gateway/in-guest", command);
        if (result.getExitCode() != 0) {
            throw new IllegalStateException("in the guest, " + command + " ended with " + result.getExitCode() + ": "
                    + result.getStdout() + result.getStderr());
        }
        return result.getStdout();
    }

    /** As above, whatever its code is. */
    String ask(String command) {
        return exec("/gateway/in-guest", command).getStdout();
    }

    /** What a command prints that needs the guest's files only, not its kernel. */
    String besides(String... command) {
        return exec(command).getStdout();
    }

    /** The content of a file; empty where there is none. */
    String read(String path) {
        return exec("cat", path).getStdout();
    }

    /** Makes an executable file. */
    void write(String path, String content) {
        container.copyFileToContainer(Transferable.of(content, 0755), path);
    }

    private ExecResult exec(String... command) {
        try {
            return container.execInContainer(command);
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's container does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
