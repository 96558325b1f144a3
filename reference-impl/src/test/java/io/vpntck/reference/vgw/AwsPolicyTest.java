package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ikev1.AuthenticationMethod;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.NatTraversal;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsPolicyTest {

    private static Ikev1Policy policy(Category category) {
        return AwsPolicy.of(
                new TunnelEndpoint(
                        "vpn-1",
                        category,
                        1,
                        Ipv4Address.of("198.51.100.129"),
                        Ipv4Address.of("198.51.100.10"),
                        "a.key.of.ours",
                        Ipv4Prefix.of("169.254.10.0/30"),
                        true,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                Set.of());
    }

    /** VPN-IKE-12, VPN-NATT-10 */
    @Test
    void classicTakesOneProposalAndNoNatTraversal() {
        Ikev1Policy classic = policy(Category.CLASSIC);
        assertThat(classic.phase1())
                .containsExactly(
                        new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024));
        assertThat(classic.phase2())
                .containsExactly(new Phase2Proposal(
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Optional.of(DhGroup.MODP_1024)));
        assertThat(classic.natTraversal()).isEqualTo(NatTraversal.OFF);
    }

    /** VPN-IKE-04, VPN-IKE-05, VPN-IKE-06 */
    @Test
    void awsVpnTakesEveryCombinationInPhase1() {
        List<Phase1Proposal> phase1 = policy(Category.AWS_VPN).phase1();
        // 2 ciphers, 2 hashes, 9 groups
        assertThat(phase1).hasSize(36).doesNotHaveDuplicates();
        assertThat(phase1)
                .extracting(proposal -> proposal.group().id())
                .containsOnly(2, 14, 15, 16, 17, 18, 22, 23, 24);
        assertThat(phase1)
                .extracting(Phase1Proposal::encryption)
                .containsOnly(EncryptionAlgorithm.AES_128_CBC, EncryptionAlgorithm.AES_256_CBC);
        assertThat(phase1).extracting(Phase1Proposal::hash).containsOnly(HashAlgorithm.SHA1, HashAlgorithm.SHA2_256);
        assertThat(phase1).extracting(Phase1Proposal::authentication).containsOnly(AuthenticationMethod.PRE_SHARED_KEY);
    }

    /** VPN-ESP-02, VPN-ESP-03, VPN-ESP-06 */
    @Test
    void awsVpnTakesEveryCombinationWithPerfectForwardSecrecyInPhase2() {
        List<Phase2Proposal> phase2 = policy(Category.AWS_VPN).phase2();
        // 2 ciphers, 2 integrity algorithms, 10 groups
        assertThat(phase2).hasSize(40).doesNotHaveDuplicates();
        assertThat(phase2)
                .extracting(proposal -> proposal.group().map(DhGroup::id).orElse(0))
                .containsOnly(2, 5, 14, 15, 16, 17, 18, 22, 23, 24);
        assertThat(phase2)
                .extracting(Phase2Proposal::encryption)
                .containsOnly(EncryptionAlgorithm.AES_128_CBC, EncryptionAlgorithm.AES_256_CBC);
        assertThat(phase2)
                .extracting(Phase2Proposal::integrity)
                .containsOnly(IntegrityAlgorithm.HMAC_SHA1_96, IntegrityAlgorithm.HMAC_SHA2_256_128);
    }

    @Test
    void awsVpnKnowsNatTraversal() {
        assertThat(policy(Category.AWS_VPN).natTraversal()).isEqualTo(NatTraversal.ON);
    }
}
