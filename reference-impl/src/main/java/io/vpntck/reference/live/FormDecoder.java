package io.vpntck.reference.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code application/x-www-form-urlencoded} text. */
final class FormDecoder {
    private FormDecoder() {}

    /** @throws IllegalArgumentException for a broken escape, octets that are not UTF-8, or a name that comes twice */
    static Map<String, String> decode(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = unescape(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : unescape(pair.substring(equals + 1));
            if (!name.isEmpty() && values.put(name, value) != null) {
                throw new IllegalArgumentException("a parameter comes twice");
            }
        }
        return values;
    }

    private static String unescape(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                octets.write(hex(in, i + 1) << 4 | hex(in, i + 2));
                i += 2;
            } else {
                octets.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the request is not in UTF-8", e);
        }
    }

    private static int hex(byte[] in, int at) {
        int digit = at < in.length ? Character.digit(in[at], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("the request holds a broken escape");
        }
        return digit;
    }
}
