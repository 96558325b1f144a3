package io.vpntck.reports.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names like one that was mistyped. */
final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** {@code unknown KIND "WORD": did you mean …?}, or the whole list where nothing is near. */
    static String unknown(String kind, String word, Collection<String> known, String where) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int bound = Math.max(2, word.length() / 3);
        List<String> near = known.stream()
                .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= bound
                        || k.toLowerCase(Locale.ROOT).contains(wanted) && wanted.length() > 2)
                .sorted(Comparator.comparingInt((String k) -> distance(wanted, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        String hint = near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
        return "unknown " + kind + " \"" + word + "\": " + hint + where;
    }

    /** Levenshtein's distance: insertions, deletions and replacements from one word to the other. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
