package io.vpntck.reference.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Native documents in the form of public samples (AWS provider of Terraform, issues 15806 and 17998), with values of our own. */
final class Sample {
    private Sample() {}

    static String xml(String routing) {
        try (InputStream in = Sample.class.getResourceAsStream("/configuration/" + routing + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NativeConfiguration configuration(String routing) throws UnreadableConfigurationException {
        return NativeConfiguration.read(xml(routing));
    }
}
