package io.vpntck.reports.cli;

import io.vpntck.reference.configuration.NativeConfiguration;
import io.vpntck.reference.configuration.NoDocumentException;
import io.vpntck.reference.configuration.Ranges;
import io.vpntck.reference.configuration.TextDocument;
import io.vpntck.reference.configuration.UnreadableConfigurationException;
import io.vpntck.reference.configuration.Vendor;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpn-tck config}: the configuration document of a VPN connection, for a vendor's device. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Prints the configuration of a VPN connection for a device. It holds the pre-shared keys.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the document was printed",
            "2:wrong usage or input; no such connection; no document for it",
            "3:the EC2 API did not answer"
        })
final class ConfigCommand implements Callable<Integer> {
    /** The vendor's word for the document as the control plane hands it out. */
    private static final String NATIVE = "native";

    private static final long LARGEST_FILE = 1 << 20;

    @ArgGroup(multiplicity = "0..1")
    private Source source;

    private static final class Source {
        @Option(
                names = "--connection",
                paramLabel = "vpn-…",
                description = "The VPN connection, read over the EC2 API.")
        private String connection;

        @Option(names = "--file", paramLabel = "XML", description = "A native document that was saved, instead.")
        private Path file;
    }

    @Option(
            names = "--vendor",
            paramLabel = "NAME",
            required = true,
            description =
                    "The device: generic, strongswan, libreswan, cisco-ios, juniper-srx, pfsense; native for the XML"
                            + " itself; list for these names.")
    private String vendor;

    @Option(names = "--endpoint", paramLabel = "URL", description = "The EC2 API. Default: that of AWS in the region.")
    private URI endpoint;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Default: the environment variable AWS_REGION, or us-east-1.")
    private String region;

    @Option(
            names = "--vpc",
            paramLabel = "CIDR",
            description = "The VPC's range, for documents that name it. Default: that of the VPC attached.")
    private String vpc;

    @Option(
            names = "--lan",
            paramLabel = "CIDR",
            description = "Your own range, for documents that name it. Default: the first static route.")
    private String lan;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandRefused {
        PrintWriter out = spec.commandLine().getOut();
        if (vendor.equals("list")) {
            Vendor.words().forEach(out::println);
            out.println(NATIVE);
            out.flush();
            return 0;
        }
        Optional<Vendor> device = Vendor.ofWord(vendor);
        if (device.isEmpty() && !vendor.equals(NATIVE)) {
            throw CommandRefused.usage(Nearest.unknown(
                    "vendor",
                    vendor,
                    Vendor.words(),
                    "there are " + String.join(", ", Vendor.words()) + " and native"));
        }
        Optional<Ipv4Prefix> givenVpc = range("--vpc", vpc);
        Optional<Ipv4Prefix> givenLan = range("--lan", lan);
        if (source == null) {
            throw CommandRefused.usage("nothing to print: give --connection vpn-… or --file XML");
        }
        if (source.file != null) {
            print(device, read(source.file), new Ranges(givenVpc, givenLan), out);
            return 0;
        }
        try (ConnectionReader reader =
                new ConnectionReader(Optional.ofNullable(endpoint), Optional.ofNullable(region))) {
            String xml = reader.configuration(source.connection);
            // Asked for only where the document will name them.
            boolean named = device.flatMap(d -> d.needs(xml.contains("NoBGP")))
                    .filter(needs -> !needs.isEmpty())
                    .isPresent();
            Ranges known = named ? reader.ranges(source.connection) : Ranges.UNKNOWN;
            print(device, xml, new Ranges(givenVpc.or(known::vpc), givenLan.or(known::lan)), out);
        }
        return 0;
    }

    private static Optional<Ipv4Prefix> range(String option, String text) throws CommandRefused {
        Optional<Ipv4Prefix> prefix = Optional.ofNullable(text).flatMap(Ipv4Prefix::parse);
        if (text != null && prefix.isEmpty()) {
            throw CommandRefused.usage(option + " is " + text + ": give a network such as 10.0.0.0/16");
        }
        return prefix;
    }

    private static String read(Path file) throws CommandRefused {
        try {
            if (!Files.isRegularFile(file)) {
                throw CommandRefused.usage("no file " + file + ": correct --file");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw CommandRefused.usage(file + " is larger than " + LARGEST_FILE + " octets: no native document");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandRefused.usage(file + " is not text in UTF-8: no native document");
        } catch (IOException e) {
            throw CommandRefused.usage("cannot read " + file + ": correct --file, or its permissions");
        }
    }

    private static void print(Optional<Vendor> device, String xml, Ranges ranges, PrintWriter out)
            throws CommandRefused {
        try {
            NativeConfiguration configuration = NativeConfiguration.read(xml);
            out.print(device.isEmpty() ? xml : TextDocument.of(configuration, device.get(), ranges));
            out.flush();
        } catch (UnreadableConfigurationException e) {
            throw CommandRefused.usage("this is no configuration of a VPN connection: " + e.getMessage());
        } catch (NoDocumentException e) {
            String advice = e.missing()
                    .map(need -> ": give --" + (need == Vendor.Need.VPC ? "vpc" : "lan") + " CIDR")
                    .orElse("");
            throw CommandRefused.usage(e.getMessage() + advice);
        }
    }
}
