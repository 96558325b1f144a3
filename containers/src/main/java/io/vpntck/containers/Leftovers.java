package io.vpntck.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The containers and networks of runs that were killed before they could remove them. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final DockerClient engine;

    Leftovers(DockerClient engine) {
        this.engine = engine;
    }

    /**
     * Removes what belongs to no living run.
     *
     * <p>A run lives while its process does; where that process is out of sight (another process id namespace), while one
     * of its containers runs.
     *
     * @return the living runs, by the id that their containers and networks carry
     */
    List<String> remove() {
        List<String> living = new ArrayList<>();
        find().forEach((run, made) -> {
            if (made.lives()) {
                living.add(run);
            } else {
                remove(made);
                LOG.info(
                        "removed what the killed run {} left: containers {}, networks {}",
                        run,
                        made.containers.size(),
                        made.networks.size());
            }
        });
        return living;
    }

    /** Removes all that one run has made. */
    void remove(String run) {
        Optional.ofNullable(find().get(run)).ifPresent(this::remove);
    }

    private void remove(Made made) {
        made.containers.forEach(this::remove);
        made.networks.forEach(this::remove);
    }

    private Map<String, Made> find() {
        Map<String, Made> runs = new TreeMap<>();
        for (Network network : engine.listNetworksCmd()
                .withFilter("label", List.of(RunLabels.RUN))
                .exec()) {
            of(runs, network.getLabels()).networks.add(network);
        }
        for (Container container : engine.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(RunLabels.RUN))
                .exec()) {
            of(runs, container.getLabels()).containers.add(container);
        }
        return runs;
    }

    private static Made of(Map<String, Made> runs, Map<String, String> labels) {
        Made made = runs.computeIfAbsent(labels.get(RunLabels.RUN), run -> new Made());
        made.labels.add(labels);
        return made;
    }

    private void remove(Container container) {
        try {
            engine.removeContainerCmd(container.getId()).withForce(true).exec();
        } catch (NotFoundException e) {
            LOG.debug("{} is gone already", container.getId());
        }
    }

    private void remove(Network network) {
        try {
            engine.removeNetworkCmd(network.getId()).exec();
        } catch (NotFoundException e) {
            LOG.debug("{} is gone already", network.getId());
        }
    }

    private static final class Made {
        final Collection<Map<String, String>> labels = new ArrayList<>();
        final Collection<Container> containers = new ArrayList<>();
        final Collection<Network> networks = new ArrayList<>();

        boolean lives() {
            Optional<Boolean> owner = labels.stream()
                    .map(RunLabels::ownerRuns)
                    .flatMap(Optional::stream)
                    .findFirst();
            return owner.orElseGet(() -> containers.stream().anyMatch(c -> "running".equals(c.getState())));
        }
    }
}
