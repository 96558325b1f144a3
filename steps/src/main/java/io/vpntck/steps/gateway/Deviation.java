package io.vpntck.steps.gateway;

/** A named difference in how the kit drives a gateway; it never drops an assertion. */
public record Deviation(String name, String reason, String link) {}
