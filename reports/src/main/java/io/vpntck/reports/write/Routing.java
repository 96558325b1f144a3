package io.vpntck.reports.write;

import io.vpntck.reports.run.Scenario;

/** How a connection learns what is behind the gateway. */
enum Routing {
    STATIC("static"),
    DYNAMIC("dynamic");

    /** The capability that a scenario with a dynamic connection needs. */
    static final String BGP = "bgp";

    private final String word;

    Routing(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Routing of(Scenario scenario) {
        return scenario.needs().contains(BGP) ? DYNAMIC : STATIC;
    }
}
