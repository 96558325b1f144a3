package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ikev1.Ikev1Policy;
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
                        List.of()),
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
        assertThat(classic.natTraversal()).isFalse();
    }

    @Test
    void awsVpnTakesEveryCombinationWithPerfectForwardSecrecy() {
        Ikev1Policy vpn = policy(Category.AWS_VPN);
        assertThat(vpn.phase1()).hasSize(8).doesNotHaveDuplicates();
        assertThat(vpn.phase2()).hasSize(8).doesNotHaveDuplicates().allMatch(proposal -> proposal.group()
                .isPresent());
        assertThat(vpn.natTraversal()).isTrue();
    }
}
