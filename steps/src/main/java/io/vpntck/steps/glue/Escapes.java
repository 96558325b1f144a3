package io.vpntck.steps.glue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that a table cannot show, written as a backslash, {@code u} and four hexadecimal digits. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Escapes() {}

    static String decode(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
