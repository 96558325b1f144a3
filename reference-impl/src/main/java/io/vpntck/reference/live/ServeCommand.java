package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the reference AWS side until it is ended by a signal. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the EC2 API and, with outside addresses, the AWS side of real tunnels.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended by a signal", "2:wrong usage or input", "3:the server could not start"})
public final class ServeCommand implements Callable<Integer> {
    private static final int USAGE = 2;
    private static final int CANNOT_RUN = 3;
    private static final int MOST_OUTSIDE = 1024;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "TCP port of the API. Default: 8080.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address of the API. Default: 127.0.0.1.")
    private String bind;

    @Option(
            names = "--outside",
            paramLabel = "ADDRESS|PREFIX",
            split = ",",
            description = "Outside addresses for tunnels, two for each connection: addresses or prefixes with commas"
                    + " between them. May be repeated."
                    + " Needs root or CAP_NET_RAW and CAP_NET_BIND_SERVICE. Without it: a control plane only.")
    private List<String> outside = List.of();

    @Option(
            names = "--capture",
            paramLabel = "INTERFACE",
            description = "Captures this interface for the lab. Needs root or CAP_NET_RAW.")
    private String capture;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Key pairs that may ask: one in a line, access key and secret key. Default: any pair may.")
    private Path credentials;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Keeps everything in this folder, across a restart and a kill at any moment. It then holds the"
                            + " pre-shared keys. Without it, everything is in memory.")
    private Path state;

    @Spec
    private CommandSpec spec;

    /** The command alone, as the container of the AWS side runs it. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new ServeCommand());
        command.setParameterExceptionHandler((e, unused) -> {
            System.err.println("vpn-tck: " + e.getMessage().lines().findFirst().orElse("wrong usage"));
            return USAGE;
        });
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        Ipv4Address address = Ipv4Address.parse(bind)
                .orElseThrow(() -> wrong("--bind is " + bind + ": give an IPv4 address of this machine"));
        if (port < 1 || port > 65_535) {
            throw wrong("--port is " + port + ": give a TCP port from 1 to 65535");
        }
        List<Ipv4Address> addresses = addresses();
        Credentials pairs = credentials();
        InetSocketAddress bound = new InetSocketAddress(inet(address), port);
        if (!bind.startsWith("127.")) {
            System.err.println("vpn-tck: warning: answers carry pre-shared keys, over plain HTTP, to other hosts");
        }
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (VpnServer server =
                new VpnServer(bound, addresses, Optional.ofNullable(capture), pairs, Optional.ofNullable(state))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end.countDown();
                awaitClosing(closed);
                // A signal is how this command is meant to end: without this the JVM would give 128 and its number.
                Runtime.getRuntime().halt(0);
            }));
            say(server, addresses);
            end.await();
        } catch (IOException e) {
            System.err.println("vpn-tck: " + e.getMessage() + advice(e.getMessage()));
            return CANNOT_RUN;
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private static String advice(String message) {
        if (message.contains("in use")) {
            return message.startsWith("UDP")
                    ? ": end what uses it, most likely another IKE daemon"
                    : ": end what uses it, or choose another with --port";
        }
        return message.contains("root") || message.contains("not permitted")
                ? ": run as root, or leave --outside and --capture out"
                : "";
    }

    private void say(VpnServer server, List<Ipv4Address> addresses) {
        addresses.stream()
                .filter(address -> !isLocal(address))
                .findFirst()
                .ifPresent(elsewhere -> System.err.println("vpn-tck: warning: " + elsewhere
                        + " does not lead to this machine: add the address, or a route such as"
                        + " \"ip route add local " + elsewhere + " dev lo\""));
        String kept = state == null ? "" : ", state in " + state;
        System.out.println(
                addresses.isEmpty()
                        ? "Serving the EC2 API on " + server.uri() + ", a control plane only (no --outside)" + kept
                        : "Serving the EC2 API on " + server.uri() + ", tunnels on " + String.join(", ", outside)
                                + kept);
        System.out.flush();
    }

    /** An address that the kernel lets a socket have leads here. */
    private static boolean isLocal(Ipv4Address address) {
        try (DatagramSocket socket = new DatagramSocket(0, inet(address))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The server is closed on the main thread; the JVM waits for that, five seconds at most. */
    private static void awaitClosing(CountDownLatch closed) {
        try {
            closed.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Ipv4Address> addresses() {
        List<Ipv4Address> all = new ArrayList<>();
        for (String text : outside) {
            Ipv4Prefix prefix = Ipv4Prefix.parse(text)
                    .or(() -> Ipv4Address.parse(text).map(Ipv4Prefix::host))
                    .orElseThrow(() -> wrong("--outside is " + text + ": give an IPv4 address, or a prefix such as"
                            + " 198.51.100.64/27"));
            if (prefix.length() < 22) {
                throw wrong("--outside is " + text + ": a prefix of more than " + MOST_OUTSIDE + " addresses");
            }
            int first = prefix.length() >= 31 ? 0 : 1;
            int last = prefix.length() >= 31 ? (1 << 32 - prefix.length()) - 1 : (1 << 32 - prefix.length()) - 2;
            for (int i = first; i <= last; i++) {
                all.add(prefix.network().plus(i));
            }
        }
        return all;
    }

    private Credentials credentials() {
        try {
            return credentials == null ? Credentials.ANY : Credentials.read(credentials);
        } catch (IOException e) {
            throw wrong("--credentials is " + credentials + ": the file cannot be read");
        } catch (IllegalArgumentException e) {
            throw wrong("--credentials is " + credentials + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static InetAddress inet(Ipv4Address address) {
        try {
            return InetAddress.getByAddress(address.octets().toByteArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}
