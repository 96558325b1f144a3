package io.vpntck.steps.dataplane;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A downloaded document in which a customer has replaced what some elements say, as its own text invites to.
 *
 * <p>Immutable: each edit makes another document.
 */
record DocumentEdits(String document) {
    private static final Pattern TUNNEL = Pattern.compile("<ipsec_tunnel>.*?</ipsec_tunnel>", Pattern.DOTALL);

    /**
     * With other algorithms in one phase.
     *
     * @param tunnel 1, 2 or 0 for both
     * @param words by {@code encryption}, {@code hash}, {@code group}; one that is empty or left out stays as it is
     */
    DocumentEdits algorithms(int tunnel, int phase, Map<String, String> words) {
        String part = phase == 1 ? "ike" : "ipsec";
        return said(words, "encryption")
                .edit(this, tunnel, part, "encryption_protocol", AlgorithmWords::encryption)
                .hash(tunnel, phase, part, words)
                .group(tunnel, part, words);
    }

    private DocumentEdits hash(int tunnel, int phase, String part, Map<String, String> words) {
        return said(words, "hash")
                .edit(this, tunnel, part, "authentication_protocol", word -> AlgorithmWords.hash(phase, word));
    }

    private DocumentEdits group(int tunnel, String part, Map<String, String> words) {
        return said(words, "group").edit(this, tunnel, part, "perfect_forward_secrecy", AlgorithmWords::group);
    }

    private static Said said(Map<String, String> words, String column) {
        return new Said(Optional.ofNullable(words.get(column)).filter(text -> !text.isBlank()));
    }

    /** A cell: words with commas between them, or nothing. */
    private record Said(Optional<String> text) {
        DocumentEdits edit(
                DocumentEdits old,
                int tunnel,
                String part,
                String element,
                java.util.function.UnaryOperator<String> name) {
            return text.map(words -> old.with(
                            tunnel,
                            part,
                            element,
                            Stream.of(words.split(","))
                                    .map(String::trim)
                                    .map(name)
                                    .collect(Collectors.joining(","))))
                    .orElse(old);
        }
    }

    /** With another text in an element of one part, in one tunnel or, for 0, in both. */
    DocumentEdits with(int tunnel, String part, String element, String text) {
        return replaced(tunnel, "(<%1$s>.*?<%2$s>)[^<]*(</%2$s>.*?</%1$s>)".formatted(part, element), text);
    }

    /** With another inside address at one end, {@code customer_gateway} or {@code vpn_gateway}, of a tunnel. */
    DocumentEdits insideAddress(int tunnel, String end, String address) {
        return replaced(
                tunnel,
                "(<%1$s>.*?<tunnel_inside_address>\\s*<ip_address>)[^<]*(</ip_address>.*?</%1$s>)".formatted(end),
                address);
    }

    /** @param place what is before the text and what is behind it, as two groups */
    private DocumentEdits replaced(int tunnel, String place, String text) {
        Pattern pattern = Pattern.compile(place, Pattern.DOTALL);
        Matcher tunnels = TUNNEL.matcher(document);
        StringBuilder edited = new StringBuilder();
        for (int number = 1; tunnels.find(); number++) {
            String block = tunnels.group();
            Matcher found = pattern.matcher(block);
            if (!found.find()) {
                throw new IllegalStateException("tunnel " + number + " of the document has nothing like " + place);
            }
            String other = tunnel == 0 || tunnel == number ? found.replaceFirst("$1" + text + "$2") : block;
            tunnels.appendReplacement(edited, Matcher.quoteReplacement(other));
        }
        tunnels.appendTail(edited);
        return new DocumentEdits(edited.toString());
    }
}
