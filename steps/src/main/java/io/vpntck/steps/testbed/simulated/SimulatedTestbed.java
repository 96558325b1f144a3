package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.api.MonitoringRequest;
import io.vpntck.reference.cloudwatch.api.MonitoringResponse;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.ec2.query.QueryService;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.simulation.PacketEvent;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.vgw.AccountLab;
import io.vpntck.reference.vgw.AwsSide;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.testbed.AccessNetwork;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedRequest;
import io.vpntck.steps.testbed.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One scenario's world: an account, its AWS side, and on demand the reference customer gateway opposite.
 *
 * <p>The scenario's thread moves the world in {@link #await}; a request of the EC2 API is answered, on a thread of the
 * listener, while that thread waits for it and virtual time stands still. Both hold the monitor of the world.
 */
final class SimulatedTestbed implements Testbed {
    /** After 30 June 2018, the date from which virtual private gateways have today's default ASN. */
    private static final Instant START = Instant.parse("2018-09-03T08:00:00Z");

    private static final Ipv4Address FIRST_OUTSIDE_ADDRESS = Ipv4Address.of("198.51.100.129");
    private static final int OUTSIDE_ADDRESSES = 120;
    private static final int STEP_LIMIT = 2_000_000;
    private static final Duration FIRST_LOOK = Duration.ofMillis(100);

    private final TestbedRequest request;
    private final Endpoint endpoint;
    private final Simulation world;
    private final Segment outside;
    private final AwsSide awsSide;
    private final QueryService ec2;
    private final MonitoringService monitoring;
    private final Lab lab;
    private final FaultWords faults;
    private final Wire wire;
    private final SimulatedAccess access;
    private final Map<Integer, SimulatedGateway> sites = new HashMap<>();
    private SimulatedGateway gateway;
    private SimulatedGateway standIn;

    SimulatedTestbed(TestbedRequest request, Endpoint endpoint) {
        this.request = request;
        this.endpoint = endpoint;
        this.faults = FaultWords.of(request.faults());
        this.world = new Simulation(request.seed(), START, STEP_LIMIT);
        this.outside = world.segment("outside");
        this.wire = new SimulatedWire(world, outside, request.packetEvents());
        this.access = new SimulatedAccess(world, outside, faults.gateway());
        AwsAccount account = new AwsAccount(
                new AddressPool(FIRST_OUTSIDE_ADDRESS, OUTSIDE_ADDRESSES),
                world::now,
                world.entropy("ec2"),
                faults.controlPlane());
        this.ec2 = new QueryService(account);
        AccountMetrics metrics = new AccountMetrics(account, world::now);
        this.monitoring = new MonitoringService(metrics, account::commits);
        this.awsSide = new AwsSide(
                account,
                account,
                metrics,
                account.vpcRules(),
                account.vpcRoutes(),
                world.entropy("aws-side"),
                faults.awsSide());
        world.attach(awsSide, IpNode.OUTSIDE, outside, awsSide::outside);
        this.lab = new AccountLab(account, awsSide, world::now, this::outsideCapture);
        endpoint.open(accessKey(), secretKey(), this::answer, this::answer, faults.controlPlane());
    }

    private QueryResponse answer(QueryRequest query) {
        synchronized (world) {
            return ec2.handle(query);
        }
    }

    private MonitoringResponse answer(MonitoringRequest query) {
        synchronized (world) {
            return monitoring.handle(query);
        }
    }

    @Override
    public String kind() {
        return "simulated";
    }

    @Override
    public URI ec2Endpoint() {
        return endpoint.uri();
    }

    @Override
    public String accessKey() {
        return request.scenario();
    }

    @Override
    public String secretKey() {
        return "simulated";
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public GatewayUnderTest gateway() {
        return first();
    }

    @Override
    public GatewayUnderTest standIn() {
        if (standIn == null) {
            standIn = first().standIn();
        }
        return standIn;
    }

    @Override
    public GatewayUnderTest site(int number) {
        return number == 1
                ? first()
                : sites.computeIfAbsent(number, n -> SimulatedGateway.at(SimulatedSite.of(n), world, access, Set.of()));
    }

    private SimulatedGateway first() {
        if (gateway == null) {
            gateway = SimulatedGateway.at(SimulatedSite.FIRST, world, access, faults.gateway());
        }
        return gateway;
    }

    @Override
    public Instant now() {
        return world.now();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The condition is looked at every 100 ms at first, and after a seventh of the time already spent later on: it
     * may be costly, and may become true by time alone.
     */
    @Override
    public boolean await(Duration limit, BooleanSupplier condition) {
        Instant begin = world.now();
        Instant deadline = begin.plus(limit);
        while (!condition.getAsBoolean()) {
            if (!world.now().isBefore(deadline)) {
                return false;
            }
            Duration seventh = Duration.between(begin, world.now()).dividedBy(7);
            Duration pause = seventh.compareTo(FIRST_LOOK) > 0 ? seventh : FIRST_LOOK;
            Duration left = Duration.between(world.now(), deadline);
            synchronized (world) {
                world.await(pause.compareTo(left) < 0 ? pause : left, () -> false);
            }
        }
        return true;
    }

    @Override
    public void pass(Duration time) {
        synchronized (world) {
            world.await(time, () -> false);
        }
    }

    @Override
    public void pathMtu(int octets) {
        outside.mtuTo(awsSide, octets);
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public List<Octets> injectedPackets() {
        return wire.injected();
    }

    @Override
    public AccessNetwork access() {
        return access;
    }

    @Override
    public List<String> packetEvents() {
        return outside.events().stream().map(PacketEvent::toString).toList();
    }

    @Override
    public List<CapturedPacket> outsideCapture() {
        return outside.seen().stream()
                .map(seen -> new CapturedPacket(seen.time(), seen.packet().encode()))
                .toList();
    }

    @Override
    public void close() {
        endpoint.close(accessKey());
    }
}
