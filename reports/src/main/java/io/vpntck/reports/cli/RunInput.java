package io.vpntck.reports.cli;

import io.vpntck.reports.faults.FaultBook;
import io.vpntck.reports.gateways.ForeignControlPlane;
import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.gateways.GatewayFile;
import io.vpntck.reports.gateways.GatewayFileException;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.verdict.Waiver;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.testbed.GatewayDescription;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the options of a run into what it needs, and refuses in one line what cannot be; creates nothing. */
final class RunInput {
    private static final Set<Capability> TESTBED = EnumSet.of(Capability.LAB, Capability.CLOUDWATCH);

    private final Suite suite;
    private final List<Clause> catalogue;
    private final Gateways gateways;
    private final FaultBook faultBook;

    RunInput(Suite suite, List<Clause> catalogue, Gateways gateways, FaultBook faultBook) {
        this.suite = suite;
        this.catalogue = catalogue;
        this.gateways = gateways;
        this.faultBook = faultBook;
    }

    /** The gateway of this name, or of this file: a word with a slash or a YAML ending is a file. */
    GatewayChoice gateway(String word) throws CommandRefused {
        if (word.contains("/") || word.endsWith(".yaml") || word.endsWith(".yml")) {
            return ofFile(word);
        }
        return gateways.find(word).orElseThrow(() -> CommandRefused.usage(unknownGateway(word)));
    }

    /** The same; a region and a CloudWatch endpoint are those of a foreign control plane only. */
    GatewayChoice gateway(String word, Optional<String> region, Optional<String> cloudWatch) throws CommandRefused {
        if (region.isPresent()) {
            throw CommandRefused.usage("--region " + region.get() + " is for --control-plane: give that as well");
        }
        if (cloudWatch.isPresent()) {
            throw CommandRefused.usage(
                    "--cloudwatch " + cloudWatch.get() + " is for --control-plane: give that as well");
        }
        return gateway(word);
    }

    private String unknownGateway(String word) {
        List<String> names =
                gateways.descriptions().stream().map(GatewayDescription::name).toList();
        return Nearest.unknown("gateway", word, names, "\"vpn-tck list gateways\" has all, or give a YAML file");
    }

    private GatewayChoice ofFile(String word) throws CommandRefused {
        try {
            Path path = Path.of(word);
            if (!Files.isRegularFile(path)) {
                throw CommandRefused.usage("no gateway file " + word);
            }
            GatewayFile file = GatewayFile.read(path);
            GatewayChoice driver = gateways.find(file.driver())
                    .orElseThrow(() -> CommandRefused.usage(path + ": driver: " + unknownGateway(file.driver())));
            Set<Capability> claimed = new HashSet<>(file.capabilities().orElse(driver.capabilities()));
            // Lab and CloudWatch are the testbed's, whatever the gateway claims.
            driver.capabilities().stream().filter(TESTBED::contains).forEach(claimed::add);
            for (Capability capability : claimed) {
                if (!driver.capabilities().contains(capability)) {
                    throw CommandRefused.usage(
                            path + ": " + file.driver() + " cannot do \"" + capability.word() + "\": leave it out");
                }
            }
            for (Waiver waiver : file.waivers()) {
                checkRequirement(waiver.requirement());
            }
            return new GatewayChoice(
                    file.name(), "--gateway " + word, driver.provider(), driver.description(), claimed, file.waivers());
        } catch (GatewayFileException e) {
            throw CommandRefused.usage(e.getMessage());
        } catch (InvalidPathException e) {
            throw CommandRefused.usage("no gateway file " + word);
        }
    }

    /** The control plane at {@code url}; there is no gateway then, and nothing of ours that could commit a fault. */
    GatewayChoice controlPlane(
            String url, Optional<String> cloudWatch, Optional<String> region, String gateway, List<String> faults)
            throws CommandRefused {
        if (gateway != null) {
            throw CommandRefused.usage("--control-plane and --gateway contradict each other: give one of them");
        }
        if (!faults.isEmpty()) {
            throw CommandRefused.usage("--control-plane and --fault contradict each other: "
                    + "only the bundled reference can be told to commit faults");
        }
        URI ec2 = endpoint("--control-plane", url);
        Optional<URI> metrics =
                cloudWatch.isPresent() ? Optional.of(endpoint("--cloudwatch", cloudWatch.get())) : Optional.empty();
        return ForeignControlPlane.at(new ForeignControlPlane.Place(ec2, metrics, region));
    }

    private static URI endpoint(String option, String url) throws CommandRefused {
        try {
            URI endpoint = new URI(url);
            boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
            if (http && endpoint.getHost() != null) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // Said below, as for any other text that is no URL of ours.
        }
        throw CommandRefused.usage(option + " \"" + url + "\" is no URL such as http://127.0.0.1:8080");
    }

    void checkFaults(List<String> faults, GatewayChoice choice) throws CommandRefused {
        for (String fault : faults) {
            if (faultBook.find(fault).isEmpty()) {
                throw CommandRefused.usage(
                        Nearest.unknown("fault", fault, faultBook.names(), "\"vpn-tck list faults\" has all"));
            }
        }
        if (!faults.isEmpty() && !choice.description().testbed().equals("simulated")) {
            throw CommandRefused.usage("--fault and --gateway " + choice.name()
                    + " contradict each other: only the simulated reference can be told to commit faults");
        }
    }

    Selection selection(
            List<String> requirements,
            Optional<String> subject,
            Optional<String> tags,
            List<String> places,
            GatewayChoice choice)
            throws CommandRefused {
        for (String id : requirements) {
            checkRequirement(id);
        }
        List<String> known = suite.scenarios().stream().map(Scenario::place).toList();
        for (String place : places) {
            if (!known.contains(place)) {
                throw CommandRefused.usage(
                        Nearest.unknown("scenario", place, known, "\"vpn-tck list scenarios\" has all"));
            }
        }
        try {
            Optional<Selection.Subject> about =
                    subject.isEmpty() ? Optional.empty() : Optional.of(about(subject.get()));
            Selection selection = new Selection(requirements, about, narrowed(tags, choice), places);
            if (selection.choose(suite.scenarios()).isEmpty()) {
                throw CommandRefused.usage(
                        "no scenario matches " + selection.words() + ": see \"vpn-tck list scenarios\"");
            }
            return selection;
        } catch (IllegalArgumentException e) {
            throw CommandRefused.usage("--tags: " + e.getMessage());
        }
    }

    private Selection.Subject about(String word) throws CommandRefused {
        List<String> subjects =
                catalogue.stream().map(Clause::subject).distinct().sorted().toList();
        if (!subjects.contains(word)) {
            throw CommandRefused.usage(
                    Nearest.unknown("subject", word, subjects, "one of " + String.join(", ", subjects)));
        }
        return new Selection.Subject(
                word,
                catalogue.stream()
                        .filter(c -> c.subject().equals(word))
                        .map(Clause::id)
                        .collect(Collectors.toSet()));
    }

    /** Behind a foreign control plane there are no tunnels. */
    private static Optional<String> narrowed(Optional<String> tags, GatewayChoice choice) {
        if (!(choice.provider() instanceof ForeignControlPlane)) {
            return tags;
        }
        return Optional.of(tags.map(t -> "@control-plane and (" + t + ")").orElse("@control-plane"));
    }

    private void checkRequirement(String id) throws CommandRefused {
        List<String> ids = catalogue.stream().map(Clause::id).toList();
        if (!ids.contains(id)) {
            throw CommandRefused.usage(
                    Nearest.unknown("requirement", id, ids, "\"vpn-tck list requirements\" has all"));
        }
    }
}
