package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;

/** The ranges that sites of one virtual private gateway announce or have entered, and which of them overlap. */
public final class SiteRanges {
    private final List<Ipv4Prefix> ranges = new ArrayList<>();
    private final List<String> overlaps = new ArrayList<>();

    /** Adds the range of another site; returns what is to be reported of it: which others it overlaps. */
    public List<String> add(Ipv4Prefix range) {
        List<String> found = ranges.stream()
                .filter(other -> overlap(other, range))
                .map(other -> other + " and " + range)
                .toList();
        ranges.add(range);
        overlaps.addAll(found);
        return found;
    }

    private static boolean overlap(Ipv4Prefix one, Ipv4Prefix other) {
        return one.contains(other.network()) || other.contains(one.network());
    }

    /** What was found so far, such as {@code 10.20.0.0/24 and 10.20.0.0/16}. */
    public List<String> overlaps() {
        return List.copyOf(overlaps);
    }
}
