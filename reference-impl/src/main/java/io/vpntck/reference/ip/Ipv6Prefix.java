package io.vpntck.reference.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An IPv6 network: an address in two halves, whose host bits are zero, and a length of 0 to 128.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, section 2.2</a>, the notation read
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5952#section-4">RFC 5952, section 4</a>, the notation written
 */
public record Ipv6Prefix(long high, long low, int length) implements IpPrefix {
    private static final int GROUPS = 8;

    public Ipv6Prefix {
        if (length < 0 || length > 128) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        if (hasHostBits(high, low, length)) {
            throw new IllegalArgumentException("host bits beyond /" + length);
        }
    }

    /** The prefix in CIDR notation; empty when the text is none or has host bits. Embedded IPv4 is not read. */
    public static Optional<Ipv6Prefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]?|1[01][0-9]|12[0-8]")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return groups(text.substring(0, slash))
                .filter(groups -> !hasHostBits(half(groups, 0), half(groups, 4), length))
                .map(groups -> new Ipv6Prefix(half(groups, 0), half(groups, 4), length));
    }

    public static Ipv6Prefix of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IPv6 prefix: " + text));
    }

    private static Optional<List<Integer>> groups(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return written(address).filter(groups -> groups.size() == GROUPS);
        }
        Optional<List<Integer>> before = written(address.substring(0, gap));
        Optional<List<Integer>> after = written(address.substring(gap + 2));
        if (before.isEmpty()
                || after.isEmpty()
                || before.get().size() + after.get().size() >= GROUPS) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(before.get());
        while (all.size() + after.get().size() < GROUPS) {
            all.add(0);
        }
        all.addAll(after.get());
        return Optional.of(all);
    }

    private static Optional<List<Integer>> written(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        List<Integer> groups = new ArrayList<>();
        for (String group : text.split(":", -1)) {
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            groups.add(Integer.parseInt(group, 16));
        }
        return Optional.of(groups);
    }

    private static long half(List<Integer> groups, int from) {
        long bits = 0;
        for (int i = from; i < from + 4; i++) {
            bits = bits << 16 | groups.get(i);
        }
        return bits;
    }

    private static boolean hasHostBits(long high, long low, int length) {
        return (high & ~mask(length)) != 0 || (low & ~mask(length - 64)) != 0;
    }

    private static long mask(int length) {
        return length <= 0 ? 0 : length >= 64 ? -1 : -1L << (64 - length);
    }

    @Override
    public boolean covers(IpPrefix other) {
        return other instanceof Ipv6Prefix six
                && six.length >= length
                && (six.high & mask(length)) == high
                && (six.low & mask(length - 64)) == low;
    }

    @Override
    public String toString() {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4)) & 0xffff);
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text + "/" + length;
    }
}
