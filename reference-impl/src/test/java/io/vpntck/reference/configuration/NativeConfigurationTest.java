package io.vpntck.reference.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeConfigurationTest {
    @Test
    void readsADynamicDocument() throws Exception {
        NativeConfiguration read = Sample.configuration("dynamic");

        assertThat(read.connectionId()).isEqualTo("vpn-0a1b2c3d");
        assertThat(read.customerGatewayId()).isEqualTo("cgw-11223344");
        assertThat(read.vpnGatewayId()).isEqualTo("vgw-55667788");
        assertThat(read.staticRoutesOnly()).isFalse();
        assertThat(read.asksForTheMinimum()).isTrue();
        assertThat(read.tunnels().get(0))
                .isEqualTo(new NativeTunnel(
                        new NativeTunnel.End(
                                Ipv4Address.of("198.18.0.1"),
                                Ipv4Address.of("169.254.44.46"),
                                30,
                                Optional.of(new NativeTunnel.Bgp(65000, 30))),
                        new NativeTunnel.End(
                                Ipv4Address.of("198.51.100.9"),
                                Ipv4Address.of("169.254.44.45"),
                                30,
                                Optional.of(new NativeTunnel.Bgp(64512, 30))),
                        new NativeTunnel.Ike("sha1", "aes-128-cbc", 28800, 2, "main", "first.key"),
                        new NativeTunnel.Ipsec(
                                "esp", "hmac-sha1-96", "aes-128-cbc", 3600, 2, "tunnel", true, true, 1387, 10, 3)));
    }

    @Test
    void readsAStaticDocument() throws Exception {
        NativeConfiguration read = Sample.configuration("static");

        assertThat(read.staticRoutesOnly()).isTrue();
        assertThat(read.tunnels())
                .allSatisfy(tunnel -> assertThat(tunnel.vpnGateway().bgp()).isEmpty());
    }

    /** As text: .10 comes before .9. */
    @Test
    void sortsTheTunnelsByOutsideAddressAsText() throws Exception {
        NativeConfiguration read = Sample.configuration("static");

        assertThat(read.tunnels())
                .extracting(tunnel -> tunnel.vpnGateway().outsideAddress().toString())
                .containsExactly("198.51.100.9", "198.51.100.10");
        assertThat(read.tunnelsByOutsideAddress())
                .extracting(tunnel -> tunnel.vpnGateway().outsideAddress().toString())
                .containsExactly("198.51.100.10", "198.51.100.9");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<vpn_connection id | <vpn id | no XML document",
                "'<?xml version=\"1.0\" encoding=\"UTF-8\"?>' | '<!DOCTYPE x><x/>' | no XML document",
                "id=\"vpn-0a1b2c3d\" | id=\"a;reboot\" | id of <vpn_connection>",
                "vgw-55667788 | vgw 1 | <vpn_gateway_id>",
                "first.key | a\"b | <pre_shared_key> in <ike>",
                "first.key | '' | <pre_shared_key> in <ike> is empty",
                "198.51.100.9 | 198.51.100.999 | <ip_address> in <tunnel_outside_address>",
                "<mode>main</mode> | <mode>aggressive</mode> | <mode> in <ike>",
                "<lifetime>3600</lifetime> | '' | <ipsec> has no <lifetime>",
                "<lifetime>3600</lifetime> | <lifetime>9999999999</lifetime> | <lifetime> says 9999999999",
                "<asn>64512</asn> | <asn>4294967296</asn> | <asn> says 4294967296",
                "group2 | group1 | <perfect_forward_secrecy> in <ike>",
            })
    void refusesAndNamesTheElement(String text, String other, String message) {
        String document = Sample.xml("dynamic").replace(text, other);

        assertThat(document).isNotEqualTo(Sample.xml("dynamic"));
        assertThatThrownBy(() -> NativeConfiguration.read(document))
                .isInstanceOf(UnreadableConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesADocumentWithOneTunnel() {
        String document = Sample.xml("static");
        String one = document.substring(0, document.indexOf("<ipsec_tunnel>"))
                + document.substring(document.lastIndexOf("<ipsec_tunnel>"));

        assertThatThrownBy(() -> NativeConfiguration.read(one))
                .isInstanceOf(UnreadableConfigurationException.class)
                .hasMessage("the configuration has 1 tunnels, not two");
    }
}
