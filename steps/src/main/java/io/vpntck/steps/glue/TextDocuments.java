package io.vpntck.steps.glue;

import io.vpntck.reference.configuration.NativeConfiguration;
import io.vpntck.reference.configuration.NoDocumentException;
import io.vpntck.reference.configuration.Ranges;
import io.vpntck.reference.configuration.TextDocument;
import io.vpntck.reference.configuration.UnreadableConfigurationException;
import io.vpntck.reference.configuration.Vendor;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** What {@code vpn-tck config} makes of the native document that the control plane hands out. */
final class TextDocuments {
    private static final Ranges RANGES =
            new Ranges(Optional.of(Ipv4Prefix.of("10.0.0.0/16")), Optional.of(Ipv4Prefix.of("172.16.0.0/16")));

    private final NativeConfiguration configuration;

    TextDocuments(VpnConnection connection) {
        try {
            configuration = NativeConfiguration.read(connection.customerGatewayConfiguration());
        } catch (UnreadableConfigurationException e) {
            throw new AssertionError("no document can be made: " + e.getMessage(), e);
        }
    }

    /** The document for a device, by the word that {@code --vendor} takes. */
    String of(String vendor) {
        try {
            return TextDocument.of(configuration, Vendor.ofWord(vendor).orElseThrow(), RANGES);
        } catch (NoDocumentException e) {
            throw new AssertionError("no document can be made: " + e.getMessage(), e);
        }
    }

    /** Those of every vendor that has one for this kind of routing. */
    Map<String, String> all() {
        Map<String, String> documents = new LinkedHashMap<>();
        for (Vendor vendor : Vendor.values()) {
            if (vendor.needs(configuration.staticRoutesOnly()).isPresent()) {
                documents.put(vendor.word(), of(vendor.word()));
            }
        }
        return documents;
    }
}
