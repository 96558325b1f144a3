package io.vpntck.reference.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.BgpException;
import io.vpntck.reference.bgp.BgpFramer;
import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.bgp.BgpSession;
import io.vpntck.reference.bgp.Capability;
import io.vpntck.reference.bgp.KeepaliveMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** BGP: what a neighbour can send over a connection that stands. */
class BgpFuzzTest {
    private static final Instant NOW = Instant.parse("2018-09-01T00:00:00Z");
    private static final Ipv4Address OWN = Ipv4Address.of("169.254.10.1");
    private static final Ipv4Address PEER = Ipv4Address.of("169.254.10.2");

    /** Refused with a code, or the same message after it was written again. */
    @FuzzTest
    void stream(byte[] data) {
        BgpFramer framer = new BgpFramer();
        framer.append(Octets.of(data));
        try {
            for (Optional<BgpFramer.Frame> frame = framer.next(); frame.isPresent(); frame = framer.next()) {
                BgpMessage message = BgpMessage.decode(frame.get());
                BgpFramer again = new BgpFramer();
                again.append(message.encode());
                assertThat(BgpMessage.decode(again.next().orElseThrow())).isEqualTo(message);
            }
        } catch (BgpException e) {
            assertThat(e.notification().error()).isPresent();
        }
    }

    /** UPDATE bodies in an established session, of two octets when the first octet is odd: it goes on, or ends with a code. */
    @FuzzTest
    void updates(byte[] data) {
        if (data.length == 0 || data.length > 4_078) {
            return;
        }
        BgpSession session = established((data[0] & 1) == 1);
        Octets body = Octets.of(data).from(1);
        Octets length = Octets.ofHex("%04x".formatted(19 + body.length()));
        List<BgpEffect> effects =
                session.received(Octets.concat(BgpMessage.MARKER, length, Octets.ofHex("02"), body), NOW);
        boolean ended = effects.stream().anyMatch(BgpEffect.Down.class::isInstance);
        assertThat(effects.stream().filter(BgpEffect.Send.class::isInstance)).hasSize(ended ? 1 : 0);
        assertThat(session.acceptedRoutes()).isLessThanOrEqualTo(body.length());
    }

    private static BgpSession established(boolean twoOctets) {
        BgpSession session = new BgpSession(SessionSettings.of(64512, 65000, OWN));
        session.announce(
                List.of(Ipv4Prefix.of("10.0.0.0/16")), PathAttributes.of(Origin.IGP, AsPath.of(64512L), OWN), NOW);
        session.start(NOW);
        session.connected(NOW);
        List<Capability> capabilities = twoOctets ? List.of() : List.of(Capability.fourOctetAs(65000));
        session.received(OpenMessage.of(65000, 30, PEER, capabilities).encode(), NOW);
        session.received(new KeepaliveMessage().encode(), NOW);
        return session;
    }
}
