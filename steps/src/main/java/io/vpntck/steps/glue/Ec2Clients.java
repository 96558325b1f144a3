package io.vpntck.steps.glue;

import io.vpntck.steps.testbed.Testbed;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Clients of the EC2 API, lent to one scenario after the other: making one takes longer than most scenarios.
 *
 * <p>No retries: a refusal is an answer. They hold no threads, and last as long as the JVM.
 */
final class Ec2Clients {
    private static final Map<Place, Queue<Lent>> FREE = new ConcurrentHashMap<>();

    private Ec2Clients() {}

    private record Place(URI endpoint, String region) {}

    /** A client, signing with the account of the scenario that has it. */
    record Lent(Ec2Client client, Account account, CreationWatch watch, URI endpoint, String region)
            implements AutoCloseable {
        @Override
        public void close() {
            watch.enterInto(Optional.empty());
            free(new Place(endpoint, region)).add(this);
        }
    }

    private static final class Account implements AwsCredentialsProvider {
        private final AtomicReference<AwsCredentials> current = new AtomicReference<>();

        @Override
        public AwsCredentials resolveCredentials() {
            return current.get();
        }
    }

    static Lent borrow(Testbed testbed, String region) {
        Place place = new Place(testbed.ec2Endpoint(), region);
        Lent waiting = free(place).poll();
        Lent lent = waiting == null ? make(place) : waiting;
        lent.account.current.set(AwsBasicCredentials.create(testbed.accessKey(), testbed.secretKey()));
        lent.watch.enterInto(testbed.ledger());
        return lent;
    }

    private static Queue<Lent> free(Place place) {
        return FREE.computeIfAbsent(place, p -> new ConcurrentLinkedQueue<>());
    }

    private static Lent make(Place place) {
        Account account = new Account();
        CreationWatch watch = new CreationWatch(place.region);
        Ec2Client client = Ec2Client.builder()
                .endpointOverride(place.endpoint)
                .region(Region.of(place.region))
                .credentialsProvider(account)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        c -> c.retryStrategy(s -> s.maxAttempts(1)).addExecutionInterceptor(watch))
                .build();
        return new Lent(client, account, watch, place.endpoint, place.region);
    }
}
