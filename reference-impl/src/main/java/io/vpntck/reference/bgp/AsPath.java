package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ASes that a route came through, the nearest first.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * | Segment Type  | Count of ASes |  ASes (2 or 4 octets each) …
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.3">RFC 4271, section 4.3 (b)</a>
 */
public record AsPath(List<Segment> segments) {
    public static final AsPath EMPTY = new AsPath(List.of());
    private static final int MOST_IN_SEGMENT = 255;

    public AsPath {
        segments = List.copyOf(segments);
    }

    /** Whether the ASes of a segment were passed one after another, or are a set without order. */
    public enum SegmentType {
        SET,
        SEQUENCE;

        int id() {
            return ordinal() + 1;
        }
    }

    public record Segment(SegmentType type, List<Long> ases) {
        public Segment {
            ases = List.copyOf(ases);
            ases.forEach(AsWidth::requireAs);
            if (ases.isEmpty() || ases.size() > MOST_IN_SEGMENT) {
                throw new IllegalArgumentException("a segment of " + ases.size() + " ASes");
            }
        }

        /** RFC 4271, section 9.1.2.2 (a): a set counts as one. */
        int length() {
            return type == SegmentType.SET ? 1 : ases.size();
        }
    }

    /** A path of one sequence; of none without ASes. */
    public static AsPath of(Long... ases) {
        return EMPTY.prepended(List.of(ases));
    }

    /** RFC 7606, section 7.2: an unknown type, a segment that runs over the end and one without ASes are malformed. */
    public static AsPath decode(Octets value, AsWidth width) throws MalformedMessageException {
        OctetReader in = value.reader();
        List<Segment> segments = new ArrayList<>();
        while (in.remaining() > 0) {
            int type = in.uint8("Segment Type");
            int count = in.uint8("Segment Length");
            if (type < 1 || type > SegmentType.values().length) {
                throw in.malformed("Segment Type", "unknown value " + type);
            }
            if (count == 0) {
                throw in.malformed("Segment Length", "no ASes");
            }
            OctetReader ases = in.slice("Segment Value", count * width.octets());
            List<Long> read = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                read.add(width.read(ases, "AS"));
            }
            segments.add(new Segment(SegmentType.values()[type - 1], read));
        }
        return new AsPath(segments);
    }

    Octets encode(AsWidth width) {
        OctetWriter out = new OctetWriter();
        for (Segment segment : segments) {
            out.uint8(segment.type().id()).uint8(segment.ases().size());
            segment.ases().forEach(as -> width.write(out, as));
        }
        return out.toOctets();
    }

    /** How many ASes the decision process counts. */
    public int length() {
        int length = 0;
        for (Segment segment : segments) {
            length += segment.length();
        }
        return length;
    }

    public boolean contains(long as) {
        return ases().contains(as);
    }

    /** Those of all segments, as often as they stand there. */
    public List<Long> ases() {
        return segments.stream().flatMap(segment -> segment.ases().stream()).toList();
    }

    /** The neighbour that sent the route; empty for a path that begins with a set or is empty. */
    public OptionalLong first() {
        return segments.isEmpty() || segments.get(0).type() == SegmentType.SET
                ? OptionalLong.empty()
                : OptionalLong.of(segments.get(0).ases().get(0));
    }

    /** This path with {@code as} before it, {@code times} times. */
    public AsPath prepended(long as, int times) {
        return prepended(Stream.generate(() -> as).limit(times).toList());
    }

    private AsPath prepended(List<Long> ases) {
        List<Segment> all = new ArrayList<>(segments);
        List<Long> front = new ArrayList<>(ases);
        if (!all.isEmpty()
                && all.get(0).type() == SegmentType.SEQUENCE
                && all.get(0).ases().size() + ases.size() <= MOST_IN_SEGMENT) {
            front.addAll(all.remove(0).ases());
        }
        for (int end = front.size(); end > 0; end -= MOST_IN_SEGMENT) {
            all.add(0, new Segment(SegmentType.SEQUENCE, front.subList(Math.max(0, end - MOST_IN_SEGMENT), end)));
        }
        return new AsPath(all);
    }

    /** Whether every number fits in two octets. */
    boolean fitsTwoOctets() {
        return segments.stream().allMatch(s -> s.ases().stream().allMatch(AsWidth.TWO::holds));
    }

    /**
     * The true path behind one of two-octet numbers: its front, as far as it is longer, before {@code four}. A path shorter than
     * {@code four} is taken as it is.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6793#section-4.2.3">RFC 6793, section 4.2.3</a>
     */
    public AsPath mergedWith(AsPath four) {
        int extra = length() - four.length();
        if (extra < 0) {
            return this;
        }
        List<Segment> front = new ArrayList<>();
        for (Segment segment : segments) {
            if (extra <= 0) {
                break;
            }
            int taken = segment.type() == SegmentType.SET
                    ? segment.ases().size()
                    : Math.min(extra, segment.ases().size());
            front.add(new Segment(segment.type(), segment.ases().subList(0, taken)));
            extra -= segment.length();
        }
        return four.behind(front);
    }

    private AsPath behind(List<Segment> front) {
        AsPath path = this;
        for (int i = front.size() - 1; i >= 0; i--) {
            Segment segment = front.get(i);
            path = segment.type() == SegmentType.SEQUENCE
                    ? path.prepended(segment.ases())
                    : new AsPath(Stream.concat(Stream.of(segment), path.segments.stream())
                            .toList());
        }
        return path;
    }

    @Override
    public String toString() {
        return segments.stream()
                .map(s -> s.type() == SegmentType.SET
                        ? s.ases().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))
                        : s.ases().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
    }
}
