package io.vpntck.steps.evidence;

import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.lab.Lab;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.capture.PacketNotes;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is written down of one scenario. */
public final class EvidenceOfScenario {
    private static final String PCAPNG = "application/vnd.tcpdump.pcap";
    private static final String TEXT = "text/plain";

    /** The file with what befell packets, one event a line. */
    public static final String PACKET_EVENTS = "packet-events.txt";

    private EvidenceOfScenario() {}

    /**
     * The capture with its keys, and what both ends have to say.
     *
     * @param document the configuration that the gateway was given; empty when it was given none, and then nothing is
     *     asked of it
     */
    public static List<Attachment> collect(Testbed testbed, String document, PacketNotes notes) {
        Lab lab = testbed.lab();
        List<CapturedPacket> capture = testbed.outsideCapture();
        List<Attachment> attachments = new ArrayList<>();
        if (!document.isEmpty()) {
            attachments.addAll(ofCapture(
                    capture, lab.ikeSecrets(), lab.espSecrets(), new FrameComments(notes, testbed.injectedPackets())));
            GatewayUnderTest gateway = testbed.gateway();
            attachments.add(text("Configuration of the gateway", "configuration.xml", "text/xml", document));
            attachments.add(text("Log of the gateway", "gateway.log", TEXT, gateway.log()));
            gateway.status()
                    .ifPresent(status -> attachments.add(
                            text("What the gateway says of itself", "gateway-status.txt", TEXT, status)));
            attachments.add(text("What happened inside the AWS side", "aws-side.log", TEXT, events(lab.events())));
        }
        if (!testbed.packetEvents().isEmpty()) {
            attachments.add(text(
                    "What befell packets on the way",
                    PACKET_EVENTS,
                    TEXT,
                    String.join("\n", testbed.packetEvents()) + "\n"));
        }
        return attachments;
    }

    /** The capture, as it was and decrypted, its ladder diagram and the keys for Wireshark. */
    static List<Attachment> ofCapture(
            List<CapturedPacket> capture, List<IkeSecret> ike, List<EspSecret> esp, FrameComments comments) {
        OutsideView view = new OutsideView(capture, ike, esp);
        Pcapng outside = new Pcapng();
        Pcapng decrypted = new Pcapng();
        for (ObservedPacket packet : view.packets()) {
            outside.packet(packet.time(), packet.packet().encode().toByteArray(), comments.of(packet));
            DecryptedCapture.of(packet)
                    .ifPresent(clear ->
                            decrypted.packet(packet.time(), clear.encode().toByteArray(), packet.label()));
        }
        return List.of(
                new Attachment("Outside capture", "outside.pcapng", PCAPNG, outside.toBytes()),
                new Attachment("Outside capture, decrypted", "decrypted.pcapng", PCAPNG, decrypted.toBytes()),
                text(
                        "Ladder diagram",
                        "ladder.svg",
                        "image/svg+xml",
                        LadderDiagram.of(view.packets(), comments.notes())),
                text("Keys of ESP for Wireshark", "esp_sa", TEXT, WiresharkKeys.espSa(esp)),
                text("Keys of IKE for Wireshark", "ikev1_decryption_table", TEXT, WiresharkKeys.ikev1(ike)),
                text("How to decrypt the capture", "decrypt.sh", "text/x-shellscript", WiresharkKeys.COMMAND + "\n"));
    }

    private static String events(List<AwsSideEvent> events) {
        return events.stream()
                .map(event -> event.time() + " " + event.kind() + " " + event.detail() + "\n")
                .collect(Collectors.joining());
    }

    private static Attachment text(String name, String fileName, String mediaType, String content) {
        return new Attachment(name, fileName, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }
}
