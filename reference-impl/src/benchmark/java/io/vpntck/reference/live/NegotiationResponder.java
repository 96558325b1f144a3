package io.vpntck.reference.live;

import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.vgw.AwsSide;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The live responder as {@code serve} has it, with one tunnel for each initiator of {@link NegotiationLoad} and without
 * the API. Argument: the number of tunnels. Runs until it is ended.
 */
public final class NegotiationResponder {
    static final String KEY = "a key that both sides know";
    private static final Ipv4Address FIRST = Ipv4Address.of("198.18.0.1");
    private static final Ipv4Address FIRST_INITIATOR = Ipv4Address.of("198.18.128.1");

    private NegotiationResponder() {}

    static Ipv4Address responder(int tunnel) {
        return FIRST.plus(tunnel);
    }

    static Ipv4Address initiator(int tunnel) {
        return FIRST_INITIATOR.plus(tunnel);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<TunnelEndpoint> tunnels = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            tunnels.add(endpoint(i));
        }
        AwsSide awsSide = new AwsSide(
                new TunnelInventory() {
                    @Override
                    public List<TunnelEndpoint> tunnels() {
                        return tunnels;
                    }

                    @Override
                    public long revision() {
                        return 0;
                    }
                },
                TunnelTelemetry.ofStates((address, up, message, routes, now) -> {}),
                noMeter(),
                new SystemEntropy(),
                Set.of());
        LiveLink[] link = new LiveLink[1];
        try (LinkDriver driver = new LinkDriver(
                () -> List.of(awsSide), (packet, now) -> Optional.of(awsSide), packet -> link[0].send(packet))) {
            link[0] = new LiveLink(packet -> {
                // The first half of the network is the responder's; what it sends itself comes past as well.
                if (packet.destination().compareTo(FIRST_INITIATOR) < 0) {
                    driver.receive(packet);
                }
            });
            System.out.println("ready");
            new CountDownLatch(1).await();
        } finally {
            link[0].close();
        }
    }

    private static TunnelEndpoint endpoint(int tunnel) {
        return new TunnelEndpoint(
                "vpn-" + tunnel,
                Category.AWS_VPN,
                1,
                responder(tunnel),
                initiator(tunnel),
                KEY,
                new Ipv4Prefix(Ipv4Address.of("169.254.0.0").plus(tunnel * 4), 30),
                true,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(), Optional.empty());
    }

    private static TunnelMeter noMeter() {
        return new TunnelMeter() {
            @Override
            public void state(TunnelEndpoint tunnel, boolean up, Instant now) {}

            @Override
            public void received(TunnelEndpoint tunnel, int octets, Instant now) {}

            @Override
            public void sent(TunnelEndpoint tunnel, int octets, Instant now) {}
        };
    }
}
