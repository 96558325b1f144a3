package io.vpntck.reference.vectors;

import io.vpntck.reference.esp.UdpEncapsulation;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A negotiation between third-party daemons from {@code src/test/resources/vectors}: its packets and logged keys. */
public final class Recording {
    private static final Pattern DUMP = Pattern.compile("\\] *([A-Za-z_ 0-9]+) => (\\d+) bytes");
    private static final Pattern ROW = Pattern.compile("\\] +\\d+: ((?:[0-9A-F]{2} )+)");

    private final List<Ipv4Packet> packets;
    private final List<Dump> dumps;

    private Recording(List<Ipv4Packet> packets, List<Dump> dumps) {
        this.packets = packets;
        this.dumps = dumps;
    }

    /** A value that a daemon logged. */
    public record Dump(String label, Octets value) {}

    public static Recording of(String pcap, String log) {
        try {
            return new Recording(packets(read(pcap)), dumps(new String(read(log), StandardCharsets.UTF_8)));
        } catch (IOException | MalformedMessageException e) {
            throw new IllegalStateException(pcap, e);
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Recording.class.getResourceAsStream("/vectors/" + name)) {
            return in.readAllBytes();
        }
    }

    /** Classic pcap, little endian, Ethernet or Linux cooked: the IPv4 packets of it. */
    private static List<Ipv4Packet> packets(byte[] file) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int linkType = in.getInt(20);
        int header =
                switch (linkType) {
                    case 1 -> 14;
                    case 113 -> 16;
                    case 276 -> 20;
                    default -> 0;
                };
        List<Ipv4Packet> packets = new ArrayList<>();
        int at = 24;
        while (at < file.length) {
            int length = in.getInt(at + 8);
            Octets frame = Octets.of(file, at + 16, length);
            at += 16 + length;
            boolean ipv4 = linkType == 276
                    ? frame.first(2).toHex().equals("0800")
                    : header == 0 || frame.slice(header - 2, header).toHex().equals("0800");
            if (ipv4) {
                packets.add(Ipv4Packet.decode(frame.from(header)));
            }
        }
        return packets;
    }

    private static List<Dump> dumps(String log) {
        List<Dump> dumps = new ArrayList<>();
        String label = null;
        int length = 0;
        StringBuilder hex = new StringBuilder();
        for (String line : log.lines().toList()) {
            Matcher begin = DUMP.matcher(line);
            Matcher row = ROW.matcher(line + " ");
            if (begin.find()) {
                add(dumps, label, length, hex);
                label = begin.group(1);
                length = Integer.parseInt(begin.group(2));
            } else if (row.find() && label != null) {
                hex.append(row.group(1));
            }
        }
        add(dumps, label, length, hex);
        return dumps;
    }

    /** The rows of a value that another thread logged at the same time may follow; the first {@code length} are ours. */
    private static void add(List<Dump> dumps, String label, int length, StringBuilder hex) {
        if (label != null) {
            dumps.add(new Dump(label, Octets.ofHex(hex.toString()).first(length)));
        }
        hex.setLength(0);
    }

    public List<Ipv4Packet> packets() {
        return packets;
    }

    /** All values logged under this label. */
    public List<Octets> logged(String label) {
        return dumps.stream()
                .filter(dump -> dump.label().equals(label))
                .map(Dump::value)
                .toList();
    }

    /** An ISAKMP message with the endpoints of its datagram. */
    public record Carried(UdpEndpoint from, UdpEndpoint to, Octets message) {}

    /** Every ISAKMP message in the order of the capture; on each side of a NAT device it appears once. */
    public List<Carried> isakmp() throws MalformedMessageException {
        List<Carried> messages = new ArrayList<>();
        for (Ipv4Packet packet : packets) {
            if (packet.protocol() == Ipv4Packet.UDP && !packet.isFragment()) {
                UdpDatagram udp = UdpDatagram.decode(packet);
                UdpEndpoint from = new UdpEndpoint(packet.source(), udp.sourcePort());
                UdpEndpoint to = new UdpEndpoint(packet.destination(), udp.destinationPort());
                isakmp(udp).ifPresent(message -> messages.add(new Carried(from, to, message)));
            }
        }
        return messages;
    }

    private static Optional<Octets> isakmp(UdpDatagram udp) {
        if (udp.destinationPort() == 500) {
            return Optional.of(udp.payload());
        }
        return onPort4500(udp) && UdpEncapsulation.of(udp.payload()) == UdpEncapsulation.IKE
                ? Optional.of(udp.payload().from(UdpEncapsulation.NON_ESP_MARKER.length()))
                : Optional.empty();
    }

    private static boolean onPort4500(UdpDatagram udp) {
        return udp.destinationPort() == 4500 || udp.sourcePort() == 4500;
    }

    /** Every ESP packet, plain or out of UDP, in the order of the capture. */
    public List<Octets> esp() throws MalformedMessageException {
        List<Octets> packetsInEsp = new ArrayList<>();
        for (Ipv4Packet packet : packets) {
            if (packet.protocol() == Ipv4Packet.ESP && !packet.isFragment()) {
                packetsInEsp.add(packet.payload());
            } else if (packet.protocol() == Ipv4Packet.UDP && !packet.isFragment()) {
                UdpDatagram udp = UdpDatagram.decode(packet);
                if (onPort4500(udp) && UdpEncapsulation.of(udp.payload()) == UdpEncapsulation.ESP) {
                    packetsInEsp.add(udp.payload());
                }
            }
        }
        return packetsInEsp;
    }
}
