package io.vpntck.reference.ec2.query;

/**
 * A value of a filter: {@code *} stands for any text, {@code ?} for one character, and a backslash takes the next
 * character for what it is. Case counts.
 *
 * <p>Matches in a time that grows with the product of both lengths, whatever the pattern: a regular expression with many
 * wildcards may take for ever.
 */
record Wildcard(String pattern) {

    boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int tried = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                tried = t;
            } else if (p < pattern.length() && matchesOne(p, text.charAt(t))) {
                p += width(p);
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++tried;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private boolean matchesOne(int p, char c) {
        return width(p) == 2 ? pattern.charAt(p + 1) == c : pattern.charAt(p) == '?' || pattern.charAt(p) == c;
    }

    private int width(int p) {
        return pattern.charAt(p) == '\\' && p + 1 < pattern.length() ? 2 : 1;
    }
}
