package io.vpntck.steps.glue;

import io.vpntck.steps.capture.PacketNotes;
import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.MeasuredOutage;
import io.vpntck.steps.testbed.Testbed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** What the steps of one scenario share: its testbed, clients of the EC2 API, and the resources made so far. */
public final class World implements AutoCloseable {
    private final Map<String, Ec2Clients.Lent> clients = new LinkedHashMap<>();
    private final List<AwsServiceException> refusals = new ArrayList<>();
    private final PacketNotes notes = new PacketNotes();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<MeasuredOutage> outages = new ArrayList<>();
    private CloudWatchClient cloudWatch;
    private Testbed testbed;
    private Consumer<String> log;
    private String vpcId;
    private String vpcHost;
    private String vpnGatewayId;
    private String customerGatewayId;
    private String vpnConnectionId;
    private String configuration = "";
    private int customerGateways;

    /** @param noted takes what a step has to say to the reader of the report */
    void open(Testbed opened, Consumer<String> noted) {
        testbed = opened;
        log = noted;
    }

    public void log(String text) {
        log.accept(text);
    }

    public Testbed testbed() {
        if (testbed == null) {
            throw new IllegalStateException("the scenario has no testbed yet");
        }
        return testbed;
    }

    /** A client for the testbed's own region. */
    public Ec2Client ec2() {
        return ec2(testbed().region());
    }

    /** No retries and no waiters: a refusal is an answer, and time belongs to the testbed. */
    public Ec2Client ec2(String region) {
        return clients.computeIfAbsent(region, r -> Ec2Clients.borrow(testbed(), r))
                .client();
    }

    /** CloudWatch in the testbed's own region, in the same manner. */
    public CloudWatchClient cloudWatch() {
        if (cloudWatch == null) {
            cloudWatch = CloudWatchClient.builder()
                    .endpointOverride(testbed().cloudWatchEndpoint())
                    .region(Region.of(testbed().region()))
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                            testbed().accessKey(), testbed().secretKey())))
                    .httpClient(UrlConnectionHttpClient.create())
                    .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
                    .build();
        }
        return cloudWatch;
    }

    /** Makes a request that may be refused, and keeps the refusal. */
    void attempt(Runnable request) {
        try {
            request.run();
        } catch (AwsServiceException e) {
            refusals.add(e);
        }
    }

    List<AwsServiceException> refusals() {
        return List.copyOf(refusals);
    }

    public String vpcId() {
        return vpcId;
    }

    void vpcId(String id) {
        vpcId = id;
    }

    /** The address of the host in the VPC. */
    public String vpcHost() {
        return vpcHost;
    }

    void vpcHost(String address) {
        vpcHost = address;
    }

    public String vpnGatewayId() {
        return vpnGatewayId;
    }

    void vpnGatewayId(String id) {
        vpnGatewayId = id;
    }

    public String customerGatewayId() {
        return customerGatewayId;
    }

    void customerGatewayId(String id) {
        customerGatewayId = id;
    }

    public Optional<String> vpnConnectionId() {
        return Optional.ofNullable(vpnConnectionId);
    }

    void vpnConnectionId(String id) {
        vpnConnectionId = id;
    }

    /** The native XML document that the gateway was configured from; empty before. */
    public String configuration() {
        return configuration;
    }

    void configuration(String document) {
        configuration = document;
    }

    /** What the steps say of single packets. */
    public PacketNotes notes() {
        return notes;
    }

    /** Keeps a measured outage for the evidence, and says it to the reader of the report. */
    public void outage(MeasuredOutage outage) {
        outages.add(outage);
        log("%s, %s, %d probes a second: %d ms without any, %d lost; at most %d s are allowed"
                .formatted(
                        outage.cause(),
                        outage.direction(),
                        outage.rate(),
                        outage.gap().toMillis(),
                        outage.lost(),
                        outage.bound().toSeconds()));
    }

    List<MeasuredOutage> outages() {
        return List.copyOf(outages);
    }

    /** Adds a piece of evidence of this scenario. */
    public void attach(Attachment attachment) {
        attachments.add(attachment);
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** An address for another customer gateway, which no device answers at. */
    String nextCustomerAddress() {
        customerGateways++;
        return "198.18.0." + customerGateways;
    }

    @Override
    public void close() {
        clients.values().forEach(Ec2Clients.Lent::close);
        clients.clear();
        if (cloudWatch != null) {
            cloudWatch.close();
        }
        if (testbed != null) {
            testbed.close();
        }
    }
}
