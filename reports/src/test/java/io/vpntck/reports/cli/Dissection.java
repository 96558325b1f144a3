package io.vpntck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What tshark makes of one capture: one run of the attached command line, and a line for each frame. */
record Dissection(Path scenario, List<Frame> frames) {
    private static final String FIELDS = " -T fields -e frame.number -e frame.comment -e frame.protocols"
            + " -e _ws.expert.severity -e esp.icv_good -e isakmp.flag_e -e isakmp.payloadlength -e _ws.expert.message";
    /** The comment of {@code FrameComments} for a packet that the scenario put on the network itself. */
    private static final String FORGED = "put on the network by the scenario";

    private static final String SEVERITY_ERROR = "8388608";

    /** A frame; the fields are empty where it has none. */
    record Frame(
            String number,
            String comment,
            String protocols,
            String severities,
            String goodIcv,
            String encrypted,
            String payloads,
            String messages) {

        static Frame of(String line) {
            String[] fields = line.split("\t", -1);
            String messages = String.join(" ", Arrays.copyOfRange(fields, 7, fields.length));
            return new Frame(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], messages);
        }

        boolean forged() {
            return comment.contains(FORGED);
        }

        /** "Malformed" is an error as well, and named by itself to be on the safe side. */
        boolean hasError() {
            return protocols.contains("_ws.malformed")
                    || Arrays.asList(severities.split(",")).contains(SEVERITY_ERROR);
        }

        boolean isEsp() {
            return protocols.contains("esp");
        }

        /** Decrypted down to the inner packet, with an ICV that is right. */
        boolean isOpened() {
            return protocols.contains("esp:ip") && goodIcv.equals("1");
        }

        boolean isEncryptedIke() {
            return encrypted.startsWith("1");
        }

        boolean isDecryptedIke() {
            return isEncryptedIke() && !payloads.isEmpty();
        }
    }

    static Dissection of(Path scenario) throws IOException, InterruptedException {
        return new Dissection(
                scenario,
                attachedCommand(scenario, FIELDS).lines().map(Frame::of).toList());
    }

    /** The attached command line, as it stands in the folder, with more words after it. */
    static String attachedCommand(Path scenario, String more) throws IOException, InterruptedException {
        String line = Files.readString(scenario.resolve("decrypt.sh")).strip();
        Command command = Command.run(scenario, List.of("sh", "-c", line + more));
        if (command.exitCode() != 0) {
            throw new IOException(scenario + ": " + command.output());
        }
        return command.output()
                .lines()
                .filter(text -> !text.startsWith("Running as user"))
                .collect(Collectors.joining("\n"));
    }

    List<Frame> errors() {
        return frames.stream().filter(f -> f.hasError() && !f.forged()).toList();
    }

    List<Frame> closedEsp() {
        return frames.stream()
                .filter(f -> f.isEsp() && !f.isOpened() && !f.forged())
                .toList();
    }

    long count(Predicate<Frame> which) {
        return frames.stream().filter(which).count();
    }
}
