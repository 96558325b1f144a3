package io.vpntck.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of the downloaded document reaches strongSwan, and where. */
class StrongswanFilesTest {
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");
    private static final VpnConfiguration DOCUMENT = new VpnConfiguration(
            "vpn-44a8938f",
            true,
            List.of(
                    new VpnConfiguration.Tunnel(
                            Ipv4Address.of("198.51.100.10"),
                            Ipv4Address.of("169.254.44.2"),
                            Ipv4Address.of("198.51.100.129"),
                            Ipv4Address.of("169.254.44.1"),
                            "first.key_1",
                            List.of(new Phase1Proposal(
                                    EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024)),
                            Duration.ofSeconds(28_800),
                            List.of(new Phase2Proposal(
                                    EncryptionAlgorithm.AES_128_CBC,
                                    IntegrityAlgorithm.HMAC_SHA1_96,
                                    Optional.of(DhGroup.MODP_1024))),
                            Duration.ofSeconds(3_600),
                            Duration.ofSeconds(10),
                            3,
                            Optional.empty()),
                    new VpnConfiguration.Tunnel(
                            Ipv4Address.of("198.51.100.10"),
                            Ipv4Address.of("169.254.46.2"),
                            Ipv4Address.of("198.51.100.130"),
                            Ipv4Address.of("169.254.46.1"),
                            "second.key_2",
                            List.of(new Phase1Proposal(
                                    EncryptionAlgorithm.AES_256_CBC, HashAlgorithm.SHA2_256, DhGroup.MODP_2048)),
                            Duration.ofSeconds(14_400),
                            List.of(new Phase2Proposal(
                                    EncryptionAlgorithm.AES_256_CBC,
                                    IntegrityAlgorithm.HMAC_SHA2_256_128,
                                    Optional.of(DhGroup.MODP_2048))),
                            Duration.ofSeconds(1_800),
                            Duration.ofSeconds(15),
                            4,
                            Optional.empty())));

    private static StrongswanFiles files(Set<StrongswanFault> faults) {
        return new StrongswanFiles(DOCUMENT, VPC, new StaticRouting(VPC), 1436, faults);
    }

    @Test
    void eachTunnelHasItsOwnAddressesProposalsAndTimes() {
        assertThat(files(Set.of()).swanctlConf())
                .contains(
                        "remote_addrs = 198.51.100.129\n    proposals = aes128-sha1-modp1024\n    dpd_delay = 10s\n"
                                + "    dpd_timeout = 30s\n    rekey_time = 28800s\n",
                        "remote_addrs = 198.51.100.130\n    proposals = aes256-sha256-modp2048\n    dpd_delay = 15s\n"
                                + "    dpd_timeout = 60s\n    rekey_time = 14400s\n",
                        "esp_proposals = aes128-sha1-modp1024\n",
                        "esp_proposals = aes256-sha256-modp2048\n")
                .contains("mark_in = 100\n        mark_out = 100\n        rekey_time = 3600s\n")
                .contains("mark_in = 200\n        mark_out = 200\n        rekey_time = 1800s\n");
    }

    @Test
    void eachKeyIsThatOfItsTunnel() {
        assertThat(files(Set.of()).swanctlConf())
                .contains(
                        "id-1 = 198.51.100.10\n    id-2 = 198.51.100.129\n    secret = \"first.key_1\"\n",
                        "id-1 = 198.51.100.10\n    id-2 = 198.51.100.130\n    secret = \"second.key_2\"\n");
    }

    @Test
    void theVpcGoesThroughTunnelOneThenTwoThenNowhere() {
        assertThat(files(Set.of()).start())
                .contains(
                        "ip link add vti1 type vti local 198.51.100.10 remote 198.51.100.129 key 100 ",
                        "ip link add vti2 type vti local 198.51.100.10 remote 198.51.100.130 key 200 ",
                        "ip link change vti2 type vti local 198.51.100.10 remote 198.51.100.130 key 200\n",
                        "ip address add 169.254.44.2/30 dev vti1\n",
                        "ip address add 169.254.46.2/30 dev vti2\n",
                        "ip route replace 10.0.0.0/16 dev vti1 metric 10\n",
                        "ip route replace 10.0.0.0/16 dev vti2 metric 20\n",
                        "ip route replace blackhole 10.0.0.0/16 metric 4261413864\n");
    }

    @Test
    void theFaultLeavesTheBlackholeRouteOut() {
        String faulty = files(Set.of(StrongswanFault.NO_BLACKHOLE_ROUTE)).start();
        assertThat(faulty).doesNotContain("blackhole");
        assertThat(files(Set.of()).start().lines().filter(line -> !line.contains("blackhole")))
                .containsExactlyElementsOf(faulty.lines().toList());
    }

    @Test
    void whatIsStoppedCanBeStartedAnewAndSendsNothingInClear() {
        assertThat(files(Set.of()).stop())
                .contains("swanctl --terminate --ike t1 ", "swanctl --terminate --ike t2 ")
                .contains("ip link set vti1 down\n", "ip link set vti2 down\n")
                .doesNotContain("blackhole");
    }
}
