package io.vpntck.reference.cgw;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tunnels of the algorithms and times that every document has where nothing was edited (2018-09). */
public final class GenericTunnels {
    private GenericTunnels() {}

    /** @param awsInside the first address of the /30; the gateway has the second */
    public static VpnConfiguration.Tunnel tunnel(
            Ipv4Address gateway, Ipv4Address aws, Ipv4Address awsInside, String preSharedKey) {
        return new VpnConfiguration.Tunnel(
                gateway,
                awsInside.plus(1),
                aws,
                awsInside,
                preSharedKey,
                List.of(new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024)),
                Duration.ofHours(8),
                List.of(new Phase2Proposal(
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Optional.of(DhGroup.MODP_1024))),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                3,
                Optional.empty());
    }

    /** The same tunnel of a dynamic connection. */
    public static VpnConfiguration.Tunnel dynamic(VpnConfiguration.Tunnel plain, VpnConfiguration.Bgp bgp) {
        return new VpnConfiguration.Tunnel(
                plain.customerGatewayOutside(),
                plain.customerGatewayInside(),
                plain.awsOutside(),
                plain.awsInside(),
                plain.preSharedKey(),
                plain.phase1(),
                plain.phase1Lifetime(),
                plain.phase2(),
                plain.phase2Lifetime(),
                plain.dpdInterval(),
                plain.dpdRetries(),
                Optional.of(bgp));
    }
}
