package io.vpntck.steps.run;

/**
 * A piece of evidence of one scenario. The content is not copied: who makes an attachment gives it away.
 *
 * @param name what it is, for people
 * @param fileName unique in the scenario, without a folder
 */
public record Attachment(String name, String fileName, String mediaType, byte[] content) {}
