package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.cloudwatch.api.MonitoringRequest;
import io.vpntck.reference.cloudwatch.api.MonitoringResponse;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.live.Account;
import io.vpntck.reference.live.QueryHttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The one EC2 and CloudWatch endpoint of this JVM, on a loopback port; scenarios are told apart by their access keys. */
final class Endpoint implements AutoCloseable {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final QueryHttpServer server;

    Endpoint() {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = new QueryHttpServer(anyPort, key -> Optional.ofNullable(accounts.get(key)));
        } catch (IOException e) {
            throw new UncheckedIOException("the EC2 endpoint of the simulated testbed cannot listen", e);
        }
    }

    URI uri() {
        return server.uri();
    }

    void open(
            String accessKey,
            String secretKey,
            Function<QueryRequest, QueryResponse> ec2,
            Function<MonitoringRequest, MonitoringResponse> monitoring,
            Set<ControlPlaneFault> faults) {
        if (accounts.putIfAbsent(accessKey, new Account(Optional.of(secretKey), ec2, monitoring, faults)) != null) {
            throw new IllegalArgumentException("two scenarios of a run are named " + accessKey);
        }
    }

    void close(String accessKey) {
        accounts.remove(accessKey);
    }

    @Override
    public void close() {
        server.close();
    }
}
