package io.vpntck.steps.evidence;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.PacketNotes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The exchange as an SVG ladder: one line for each address, one arrow for each packet, offending ones in red. */
final class LadderDiagram {
    /** More arrows than that nobody reads; the capture has them all. */
    private static final int MOST = 200;

    private static final int ROW = 34;
    private static final int COLUMN = 420;
    private static final int LEFT = 130;

    private LadderDiagram() {}

    static String of(List<ObservedPacket> packets, PacketNotes notes) {
        List<ObservedPacket> shown = packets.subList(0, Math.min(MOST, packets.size()));
        List<Ipv4Address> ends = new ArrayList<>();
        for (ObservedPacket packet : shown) {
            for (Ipv4Address end : List.of(packet.source(), packet.destination())) {
                if (!ends.contains(end)) {
                    ends.add(end);
                }
            }
        }
        int width = LEFT + COLUMN * Math.max(1, ends.size() - 1) + 130;
        int height = 70 + ROW * (shown.size() + 1);
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                width, height));
        for (int i = 0; i < ends.size(); i++) {
            int x = LEFT + COLUMN * i;
            svg.append(String.format(
                    "<text x=\"%d\" y=\"24\" text-anchor=\"middle\" font-weight=\"bold\">%s</text>\n"
                            + "<line x1=\"%d\" y1=\"34\" x2=\"%d\" y2=\"%d\" stroke=\"#999\"/>\n",
                    x, ends.get(i), x, x, height - 20));
        }
        for (int i = 0; i < shown.size(); i++) {
            arrow(svg, shown, i, ends, notes);
        }
        if (packets.size() > MOST) {
            svg.append(String.format(
                    "<text x=\"%d\" y=\"%d\">and %d packets more</text>\n", LEFT, height - 6, packets.size() - MOST));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void arrow(
            StringBuilder svg, List<ObservedPacket> packets, int index, List<Ipv4Address> ends, PacketNotes notes) {
        ObservedPacket packet = packets.get(index);
        int y = 66 + ROW * index;
        int from = LEFT + COLUMN * ends.indexOf(packet.source());
        int to = LEFT + COLUMN * ends.indexOf(packet.destination());
        Optional<PacketNotes.Note> note = notes.of(packet);
        String colour = note.filter(PacketNotes.Note::offends).isPresent() ? "#c00" : "#035";
        int head = to > from ? -8 : 8;
        double seconds = Duration.between(packets.get(0).time(), packet.time()).toNanos() / 1e9;
        String label = packet.label() + note.map(n -> "  [" + n.text() + "]").orElse("");
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"6\" y=\"%d\" fill=\"#555\">%.3f s</text>\n"
                        + "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n"
                        + "<path d=\"M%d,%d l%d,-4 l0,8 z\" fill=\"%s\"/>\n"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n",
                y + 4,
                seconds,
                from,
                y,
                to,
                y,
                colour,
                to,
                y,
                head,
                colour,
                (from + to) / 2,
                y - 5,
                colour,
                escape(label)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
