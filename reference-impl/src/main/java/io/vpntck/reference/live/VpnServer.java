package io.vpntck.reference.live;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.Lab;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        this(bind, outside, captured, Credentials.ANY);
    }

    VpnServer(InetSocketAddress bind, List<Ipv4Address> outside, Optional<String> captured, Credentials credentials)
            throws IOException {
        this.credentials = credentials;
        addresses = outside.isEmpty() ? SharedAddresses.withoutTunnels() : new SharedAddresses(outside);
        own = OwnAddresses.of(outside);
        driver = new LinkDriver(this::nodes, this::owner, packet -> link.ifPresent(l -> l.send(packet)));
        try {
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

    private Collection<IpNode> nodes() {
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
                        request -> driver.call(() -> {
                            var response = account.ec2().handle(request);
                            account.noteAddresses();
                            return response;
                        }),
                        request -> driver.call(() -> account.monitoring().handle(request))));
    }

    private Optional<LiveAccount> account(String accessKey) {
        if (accounts.size() >= MOST_ACCOUNTS && !accounts.containsKey(accessKey)) {
            return Optional.empty();
        }
        return Optional.of(
                accounts.computeIfAbsent(accessKey, key -> new LiveAccount(addresses, entropy, tap, own::isStray)));
    }

    private final class LabAccess implements LabHttpHandler.Access {
        @Override
        public <T> T with(String accessKey, Function<Lab, T> use) {
            return driver.call(() -> use.apply(account(accessKey)
                    .orElseThrow(() -> new IllegalArgumentException("there are too many accounts"))
                    .lab()));
        }

        @Override
        public void close(String accessKey) {
            driver.call(() -> {
                Optional.ofNullable(accounts.remove(accessKey)).ifPresent(account -> account.giveBack(addresses));
                return null;
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
    }

    @Override
    public void close() {
        http.close();
        closeSockets();
    }
}
