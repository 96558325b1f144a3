package io.vpntck.reports.cli;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Whether pre-shared keys, which answers of the EC2 API carry, would travel in clear between hosts. */
final class PlainHttp {
    private PlainHttp() {}

    /** A line for the user; empty where the endpoint is on this machine, or uses HTTPS. No name is looked up. */
    static Optional<String> warning(String endpoint) {
        URI uri = URI.create(endpoint);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean local = host.equals("localhost") || host.matches("127(\\.[0-9]+){3}") || host.equals("[::1]");
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        return plain && !local
                ? Optional.of("vpn-tck: warning: answers of " + endpoint + " carry pre-shared keys, over plain HTTP")
                : Optional.empty();
    }
}
