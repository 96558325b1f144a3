package io.vpntck.reference.vgw;

import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ec2.VpnConnection;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.Octets;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One CloudHub in simulation, whole: an account whose quotas are raised through the lab, a dynamic connection for each
 * site, IKE, ESP, TCP and BGP in both tunnels of each. From the first packet of each site, all in one second, to every
 * site knowing the prefix of every other one through both tunnels; then one site is stopped in good order.
 *
 * <p>Prints what the testbed's clock and the processor say of it. Arguments: numbers of sites, up to 1,000.
 */
public final class HubConvergence {
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final String REGION = "us-east-1";
    private static final Ipv4Address FIRST_GATEWAY = Ipv4Address.of("198.18.0.1");
    private static final Ipv4Address FIRST_AWS = Ipv4Address.of("198.19.0.1");
    private static final Ipv4Address FIRST_LAN = Ipv4Address.of("10.16.0.0");
    private static final Ipv4Prefix ALL = Ipv4Prefix.of("10.0.0.0/8");
    private static final int FIRST_ASN = 64_513;
    private static final int MOST_SITES = 1_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Simulation world = new Simulation(1, Instant.parse("2018-09-03T08:00:00Z"), Integer.MAX_VALUE);
    private final Segment outside = world.segment("outside");
    private final List<ReferenceCustomerGateway> gateways = new ArrayList<>();

    public static void main(String[] arguments) {
        System.out.println("| sites | prefixes told | all know all, testbed s | processor ms | µs for each prefix told"
                + " | one site gone, testbed ms | processor ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String argument : arguments) {
            new HubConvergence().measure(Integer.parseInt(argument));
        }
    }

    private void measure(int sites) {
        AwsAccount account = new AwsAccount(new Pool(), world::now, world.entropy("ec2"), Set.of());
        AccountMetrics metrics = new AccountMetrics(account, world::now);
        AwsSide awsSide = new AwsSide(
                account,
                account,
                metrics,
                account.vpcRules(),
                account.vpcRoutes(),
                world.entropy("aws-side"),
                Set.of());
        AccountLab lab = new AccountLab(account, awsSide, world::now, List::of);
        for (String quota : List.of("customer-gateways", "vpn-connections", "vpn-connections-of-a-gateway")) {
            lab.raiseQuota(REGION, quota, MOST_SITES);
        }
        AwsRegion region = account.region(REGION);
        String vpnGateway = region.createVpnGateway(Optional.of("64512")).id();
        for (int i = 0; i < sites; i++) {
            connect(region, vpnGateway, i);
        }
        world.attach(awsSide, IpNode.OUTSIDE, outside, awsSide::outside);

        Instant began = world.now();
        long processor = PROCESSOR.getCurrentThreadCpuTime();
        for (int i = 0; i < sites; i++) {
            raise(i, Duration.ofSeconds(1).dividedBy(sites));
        }
        require(know(gateways, sites - 1), "a site does not know all others");
        double seconds = Duration.between(began, world.now()).toMillis() / 1e3;
        double converged = (PROCESSOR.getCurrentThreadCpuTime() - processor) / 1e6;

        began = world.now();
        processor = PROCESSOR.getCurrentThreadCpuTime();
        ReferenceCustomerGateway gone = gateways.get(0);
        world.send(gone, gone.close(world.now()));
        require(know(gateways.subList(1, sites), sites - 2), "a site still knows the one that is gone");
        double goneMillis = Duration.between(began, world.now()).toNanos() / 1e6;
        double goneProcessor = (PROCESSOR.getCurrentThreadCpuTime() - processor) / 1e6;
        long told = 2L * sites * (sites - 1);
        System.out.printf(
                "| %,d | %,d | %.1f | %,.0f | %.1f | %.0f | %,.1f |%n",
                sites, told, seconds, converged, converged * 1e3 / told, goneMillis, goneProcessor);
    }

    private void connect(AwsRegion region, String vpnGateway, int site) {
        Ipv4Address address = FIRST_GATEWAY.plus(site);
        String customerGateway =
                region.createCustomerGateway(address.toString(), FIRST_ASN + site).id();
        VpnConnection connection = region.connections().create(vpnGateway, customerGateway, false, List.of());
        ReferenceCustomerGateway gateway = new ReferenceCustomerGateway(
                VpnConfiguration.parse(region.connections().configuration(connection)),
                address,
                lan(site),
                ALL,
                Set.of(),
                world.entropy("gateway-" + site));
        gateways.add(gateway);
        world.attach(gateway, IpNode.OUTSIDE, outside, Ipv4Prefix.host(address));
        world.attach(gateway, IpNode.LAN, world.segment("lan-" + site), Ipv4Prefix.ALL);
    }

    private static Ipv4Prefix lan(int site) {
        return new Ipv4Prefix(FIRST_LAN.plus(site << 8), 24);
    }

    /** By a packet for another site. */
    private void raise(int site, Duration then) {
        ReferenceCustomerGateway gateway = gateways.get(site);
        Ipv4Packet packet = Ipv4Packet.of(
                lan(site).network().plus(10),
                lan(site == 0 ? 1 : 0).network().plus(10),
                Ipv4Packet.ICMP,
                new IcmpEcho(true, 1, 1, Octets.zeros(32)).encode());
        world.send(gateway, gateway.receive(IpNode.LAN, packet, world.now()));
        world.await(then, () -> false);
    }

    /** Looks on from where it stopped the last time: a site that knows all does not forget. */
    private boolean know(List<ReferenceCustomerGateway> sites, int others) {
        int[] looked = {0};
        return world.await(LIMIT, () -> {
            while (looked[0] < sites.size()
                    && sites.get(looked[0]).learned(1) == others
                    && sites.get(looked[0]).learned(2) == others) {
                looked[0]++;
            }
            return looked[0] == sites.size();
        });
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private static final class Pool implements OutsideAddresses {
        private int taken;

        @Override
        public Optional<List<Ipv4Address>> takeTwo() {
            taken += 2;
            return Optional.of(List.of(FIRST_AWS.plus(taken - 2), FIRST_AWS.plus(taken - 1)));
        }

        @Override
        public void giveBack(List<Ipv4Address> addresses) {
            // None is taken twice.
        }
    }
}
