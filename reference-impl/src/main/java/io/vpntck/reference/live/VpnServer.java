package io.vpntck.reference.live;

import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.live.state.Journal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The reference AWS side as one process: the EC2 API and the lab over HTTP and, with outside addresses, two real tunnel
 * endpoints for each connection.
 *
 * <p>Every access key is an account of its own, opened with its first request.
 */
public final class VpnServer implements AutoCloseable {
    /** More accounts than any run opens; the next key is refused. */
    private static final int MOST_ACCOUNTS = 10_000;

    private final Map<String, LiveAccount> accounts = new LinkedHashMap<>();
    private final Credentials credentials;
    private final SharedAddresses addresses;
    private final OwnAddresses own;
    private final SystemEntropy entropy = new SystemEntropy();
    private final InputScope scope = new InputScope(entropy);
    private final Optional<Journal> journal;
    private final AcceptedInputs inputs;
    private final LinkDriver driver;
    private final QueryHttpServer http;
    private Optional<LiveLink> link = Optional.empty();
    private Optional<PacketTap> tap = Optional.empty();

    /**
     * Listens at once.
     *
     * @param outside the outside addresses; none for a control plane only
     * @param captured the interface to capture; empty for none
     * @throws IOException when a port is in use, or a privilege is missing; the message is one line that says so
     */
    public VpnServer(InetSocketAddress bind, List<Ipv4Address> outside, Optional<String> captured) throws IOException {
        this(bind, outside, captured, Credentials.ANY, Optional.empty());
    }

    /**
     * Listens as soon as all that the folder holds is there again.
     *
     * @param state the folder that everything is kept in; empty to keep it in memory
     * @throws IOException also when the folder is in use, or its state is not of this version or these addresses
     */
    VpnServer(
            InetSocketAddress bind,
            List<Ipv4Address> outside,
            Optional<String> captured,
            Credentials credentials,
            Optional<Path> state)
            throws IOException {
        this.credentials = credentials;
        journal = state.isEmpty() ? Optional.empty() : Optional.of(Journal.open(state.get()));
        inputs = new AcceptedInputs(journal, scope, entropy, new OwnAccounts());
        addresses = outside.isEmpty() ? SharedAddresses.withoutTunnels() : new SharedAddresses(outside);
        own = OwnAddresses.of(outside);
        driver = new LinkDriver(this::nodes, this::owner, packet -> link.ifPresent(l -> l.send(packet)));
        try {
            restore(outside);
            if (captured.isPresent()) {
                tap = Optional.of(new PacketTap(captured.get(), bind.getPort()));
            }
            if (!outside.isEmpty()) {
                link = Optional.of(new LiveLink(driver::receive));
            }
            http = listen(bind);
        } catch (IOException e) {
            closeSockets();
            throw e;
        }
    }

    private void restore(List<Ipv4Address> outside) throws IOException {
        if (journal.isEmpty()) {
            return;
        }
        // Connections take their addresses in this order.
        journal.get()
                .demand("--outside", outside.stream().map(Ipv4Address::toString).collect(Collectors.joining(",")));
        Optional<IOException> refusal = driver.call(() -> {
            try {
                inputs.replay();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        });
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private QueryHttpServer listen(InetSocketAddress bind) throws IOException {
        try {
            QueryHttpServer server = new QueryHttpServer(bind, this::find);
            server.add(LabHttpHandler.PATH, new LabHttpHandler(new LabAccess()));
            return server;
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + bind.getHostString() + ":" + bind.getPort() + ": " + e.getMessage(), e);
        }
    }

    /** Without outside addresses no packet comes or goes. */
    private Collection<IpNode> nodes() {
        if (link.isEmpty()) {
            return List.of();
        }
        return accounts.values().stream()
                .map(account -> (IpNode) account.awsSide())
                .toList();
    }

    private Optional<IpNode> owner(Ipv4Packet packet, Instant now) {
        return accounts.values().stream()
                .filter(account -> account.owns(packet.destination()))
                .<IpNode>map(LiveAccount::awsSide)
                .findFirst();
    }

    private Optional<Account> find(String accessKey) {
        if (!credentials.know(accessKey)) {
            return Optional.empty();
        }
        return driver.call(() -> account(accessKey))
                .map(account -> new Account(
                        credentials.secretKey(accessKey),
                        request -> written(() -> inputs.api(accessKey, request)),
                        request -> written(() -> account.monitoring().handle(request))));
    }

    private Optional<LiveAccount> account(String accessKey) {
        if (accounts.size() >= MOST_ACCOUNTS && !accounts.containsKey(accessKey)) {
            return Optional.empty();
        }
        return Optional.of(accounts.computeIfAbsent(
                accessKey, key -> new LiveAccount(addresses, scope, entropy, inputs.of(key), tap, own::isStray)));
    }

    private LiveAccount opened(String accessKey) {
        return account(accessKey).orElseThrow(() -> new IllegalArgumentException("there are too many accounts"));
    }

    /** Has something dealt with, and gives its answer when all that the answer may tell of is written. */
    private <T> T written(Callable<T> input) {
        record Answered<T>(T answer, long after) {}
        Answered<T> answered = driver.call(() -> {
            T answer = input.call();
            return new Answered<>(answer, inputs.accepted());
        });
        inputs.awaitWritten(answered.after());
        return answered.answer();
    }

    /** The accounts, whether an input comes from outside or from the journal. */
    private final class OwnAccounts implements AcceptedInputs.Accounts {
        @Override
        public QueryResponse api(String accessKey, QueryRequest request) {
            LiveAccount account = opened(accessKey);
            QueryResponse response = account.ec2().handle(request);
            account.noteAddresses();
            return response;
        }

        @Override
        public Object lab(String accessKey, String call, Map<String, String> parameters) {
            return LabHttpHandler.call(opened(accessKey).lab(), call, parameters);
        }

        @Override
        public void telemetry(String accessKey, AcceptedInputs.Telemetry told, Instant moment) {
            opened(accessKey).report(told.outsideAddress(), told.up(), told.message(), told.routes(), moment);
        }

        @Override
        public void learned(String accessKey, Ipv4Address outsideAddress, List<Ipv4Prefix> prefixes) {
            opened(accessKey).learned(outsideAddress, prefixes);
        }

        @Override
        public void close(String accessKey) {
            Optional.ofNullable(accounts.remove(accessKey)).ifPresent(account -> account.giveBack(addresses));
        }
    }

    private final class LabAccess implements LabHttpHandler.Access {
        @Override
        public Object call(String accessKey, String call, Map<String, String> parameters) {
            return written(() -> inputs.lab(accessKey, call, parameters));
        }

        @Override
        public void close(String accessKey) {
            written(() -> {
                inputs.close(accessKey);
                return accessKey;
            });
        }
    }

    /** Where the EC2 API listens. */
    public URI uri() {
        return http.uri();
    }

    private void closeSockets() {
        link.ifPresent(LiveLink::close);
        driver.close();
        tap.ifPresent(PacketTap::close);
        journal.ifPresent(Journal::close);
    }

    @Override
    public void close() {
        http.close();
        closeSockets();
    }
}
