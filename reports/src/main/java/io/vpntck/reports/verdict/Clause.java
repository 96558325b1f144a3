package io.vpntck.reports.verdict;

/**
 * What the reports say of a requirement of the catalogue.
 *
 * @param source documents and sections, in one line
 * @param reason why no scenario proves it; empty where one does
 */
public record Clause(
        String id,
        String title,
        String statement,
        String source,
        String level,
        String subject,
        String edition,
        String reason) {

    /** Whether the reason is only that nobody has come to it. */
    public boolean notYet() {
        return reason.startsWith("not yet");
    }
}
