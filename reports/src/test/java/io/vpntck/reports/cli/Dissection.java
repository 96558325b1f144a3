package io.vpntck.reports.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What tshark makes of one capture: one run of the attached command line, and a line for each frame. */
record Dissection(Path scenario, List<Frame> frames) {
    private static final String FIELDS = " -T fields -e frame.number -e frame.comment -e frame.protocols"
            + " -e _ws.expert.severity -e esp.icv_good -e isakmp.flag_e -e isakmp.payloadlength"
            + " -e isakmp.ispi -e isakmp.messageid -e ip.src -e udp.checksum -e _ws.expert.message";

    /** The comment of {@code FrameComments} for a packet that the scenario put on the network itself. */
    private static final String FORGED = "put on the network by the scenario";

    /** The comment of a step on a packet that the gateway was told to spoil. */
    private static final String WANTED = "ICV is wrong, as the scenario wants it";

    /** In the name of the scenario that has the gateway send broken messages. */
    private static final String BROKEN_BGP = "with a NOTIFICATION, and start again";

    private static final String GATEWAY = "198.51.100.10";

    private static final String SEVERITY_ERROR = "8388608";

    /**
     * A frame; the fields are empty where it has none.
     *
     * @param exchange cookie and message id
     * @param octets what tells one message of an exchange from another
     */
    record Frame(
            String number,
            String comment,
            String protocols,
            String severities,
            String goodIcv,
            String encrypted,
            String payloads,
            String exchange,
            String octets,
            String messages) {

        static Frame of(String line) {
            String[] fields = line.split("\t", -1);
            String exchange = fields[7] + " " + fields[8];
            String octets = exchange + " " + fields[9] + " " + fields[10];
            String messages = String.join(" ", Arrays.copyOfRange(fields, 11, fields.length));
            return new Frame(
                    fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], exchange, octets,
                    messages);
        }

        boolean forged() {
            return comment.contains(FORGED) || comment.contains(WANTED);
        }

        /** "Malformed" is an error as well, and named by itself to be on the safe side. */
        boolean hasError() {
            return protocols.contains("_ws.malformed")
                    || Arrays.asList(severities.split(",")).contains(SEVERITY_ERROR);
        }

        boolean isEsp() {
            return protocols.contains("esp");
        }

        boolean isBgpOfGateway() {
            return protocols.endsWith("tcp:bgp") && octets.contains(" " + GATEWAY + ",");
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
        return output(scenario, Files.readString(scenario.resolve("decrypt.sh")).strip() + more);
    }

    private static String output(Path scenario, String line) throws IOException, InterruptedException {
        Command command = Command.run(scenario, List.of("sh", "-c", line));
        if (command.exitCode() != 0) {
            throw new IOException(scenario + ": " + command.output());
        }
        return command.output()
                .lines()
                .filter(text -> !text.startsWith("Running as user"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Errors in frames that the scenario did not forge.
     *
     * <p>tshark takes each encrypted message for the next link of its exchange's chain of ciphertext, and decrypts what
     * follows a repeated one to noise. In such an exchange the kit's own decryption counts: {@link #ofDecrypted}.
     */
    List<Frame> errors() {
        Set<String> repeated = exchangesWithRepetitions();
        return frames.stream()
                .filter(f -> f.hasError() && !f.forged())
                .filter(f -> !(f.isEncryptedIke() && repeated.contains(f.exchange())))
                .filter(f -> !(f.isBgpOfGateway() && sendsBrokenBgp()))
                .toList();
    }

    /** Whether the gateway is told to send, on a session of its own, what is no message of BGP. */
    private boolean sendsBrokenBgp() {
        try {
            return Files.readString(scenario.resolve("scenario.txt")).contains(BROKEN_BGP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exchanges in which an encrypted message was sent more than once. */
    Set<String> exchangesWithRepetitions() {
        Set<String> seen = new HashSet<>();
        return frames.stream()
                .filter(f -> f.isEncryptedIke() && !seen.add(f.octets()))
                .map(Frame::exchange)
                .collect(Collectors.toSet());
    }

    /** The attached capture in which the kit has decrypted every message. */
    static Dissection ofDecrypted(Path scenario) throws IOException, InterruptedException {
        String command = "tshark -r decrypted.pcapng" + FIELDS;
        return new Dissection(
                scenario, output(scenario, command).lines().map(Frame::of).toList());
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
