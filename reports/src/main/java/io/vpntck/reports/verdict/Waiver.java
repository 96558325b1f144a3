package io.vpntck.reports.verdict;

import java.time.LocalDate;

/**
 * A known failure of a gateway: it still runs, and stands as waived until the day it expires.
 *
 * @param requirement the requirement whose scenarios are known to fail
 */
public record Waiver(String requirement, String reason, String link, LocalDate expires) {}
