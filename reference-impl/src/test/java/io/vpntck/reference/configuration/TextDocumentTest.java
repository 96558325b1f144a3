package io.vpntck.reference.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDocumentTest {
    private static final Ranges RANGES =
            new Ranges(Optional.of(Ipv4Prefix.of("10.1.0.0/16")), Optional.of(Ipv4Prefix.of("172.16.0.0/12")));

    private static String document(String routing, String vendor) throws Exception {
        return TextDocument.of(
                Sample.configuration(routing), Vendor.ofWord(vendor).orElseThrow(), RANGES);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "generic, static",
        "generic, dynamic",
        "strongswan, static",
        "strongswan, dynamic",
        "libreswan, static",
        "libreswan, dynamic",
        "cisco-ios, static",
        "cisco-ios, dynamic",
        "juniper-srx, dynamic",
        "pfsense, static",
    })
    void namesBothTunnelsAndTheConnectionAndLeavesNothingOfTheTemplate(String vendor, String routing) throws Exception {
        assertThat(document(routing, vendor))
                .contains(
                        "vpn-0a1b2c3d",
                        "198.51.100.9",
                        "198.51.100.10",
                        "198.18.0.1",
                        "first.key",
                        "second_key",
                        "28800",
                        "3600",
                        "1387")
                .doesNotContain("{{", "}}", "Optional")
                .doesNotContainPattern("\n[ \t]*\n[ \t]*\n[ \t]*\n")
                .endsWith("\n");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "generic | static | '  - Next hop                 : 169.254.44.45'",
                "generic | dynamic | '  - Neighbor Hold Time          : 30'",
                "generic | dynamic | '  - Tunnel interface MTU     : 1436 bytes'",
                "generic | static | '  - Customer Gateway         : 169.254.44.46/30'",
                "strongswan | static | '    ike=aes128-sha1-modp1024!'",
                "strongswan | static | '    dpdtimeout=30s'",
                "strongswan | static | '    ip route replace 10.1.0.0/16 dev \"$vti\" metric \"$mark\"'",
                "strongswan | static | '198.18.0.1 198.51.100.9 : PSK \"first.key\"'",
                "strongswan | dynamic | ' neighbor 169.254.44.49 timers 10 30'",
                "libreswan | static | '    esp=aes128-sha1;modp2048'",
                "libreswan | static | '    leftvti=169.254.44.46/30'",
                "libreswan | dynamic | 'router bgp 65000'",
                "cisco-ios | static | 'ip route 10.1.0.0 255.255.0.0 Tunnel1 track 100'",
                "cisco-ios | static | '  frequency 5'",
                "cisco-ios | dynamic | '    neighbor 169.254.44.45 timers 10 30 30'",
                "cisco-ios | dynamic | 'crypto isakmp keepalive 10 10 on-demand'",
                "cisco-ios | dynamic | 'crypto ipsec security-association replay window-size 128'",
                "cisco-ios | dynamic | '  ip address 169.254.44.50 255.255.255.252'",
                "juniper-srx | dynamic | 'set interfaces st0.2 family inet mtu 1436'",
                "juniper-srx | dynamic | 'set protocols bgp group ebgp neighbor 169.254.44.45 hold-time 30'",
                "juniper-srx | dynamic | 'set security ike gateway gw-vpn-0a1b2c3d-1 no-nat-traversal'",
                "pfsense | static | '  Local Network             : 172.16.0.0/12'",
                "pfsense | static | '  Dead Peer Detection       : enabled, delay 10 seconds, max failures 3'",
            })
    void hasTheDocumentedLine(String vendor, String routing, String line) throws Exception {
        assertThat(document(routing, vendor).lines()).contains(line);
    }

    @Test
    void saysStrongerValuesInTheWordsOfEachDevice() throws Exception {
        NativeConfiguration stronger = NativeConfiguration.read(Sample.xml("dynamic")
                .replace("aes-128-cbc", "aes-256-cbc")
                .replace(">sha1<", ">sha2-256<")
                .replace("hmac-sha1-96", "hmac-sha2-256-128")
                .replace("group2", "group14"));

        assertThat(TextDocument.of(stronger, Vendor.GENERIC, Ranges.UNKNOWN))
                .contains("more than the minimum")
                .doesNotContain("AES128");
        assertThat(TextDocument.of(stronger, Vendor.STRONGSWAN, Ranges.UNKNOWN))
                .contains("ike=aes256-sha256-modp2048!", "esp=aes256-sha256-modp2048!");
        assertThat(TextDocument.of(stronger, Vendor.LIBRESWAN, Ranges.UNKNOWN))
                .contains("ike=aes256-sha256;modp2048", "esp=aes256-sha256;modp2048");
        assertThat(TextDocument.of(stronger, Vendor.CISCO_IOS, Ranges.UNKNOWN))
                .contains("encryption aes 256", "hash sha256", "group 14", "esp-aes 256 esp-sha256-hmac");
        assertThat(TextDocument.of(stronger, Vendor.JUNIPER_SRX, Ranges.UNKNOWN))
                .contains(
                        "authentication-algorithm sha-256",
                        "authentication-algorithm hmac-sha-256-128",
                        "dh-group group14");
    }

    @Test
    void hasNoDocumentForRoutingThatIsNotDocumented() {
        assertThatThrownBy(() -> document("static", "juniper-srx"))
                .isInstanceOf(NoDocumentException.class)
                .hasMessage("juniper-srx has a document for dynamic routing only, and this connection is static");
        assertThatThrownBy(() -> document("dynamic", "pfsense"))
                .isInstanceOf(NoDocumentException.class)
                .hasMessage("pfsense has a document for static routing only, and this connection is dynamic");
    }

    @Test
    void saysWhichRangeItLacks() {
        assertThatThrownBy(() -> TextDocument.of(Sample.configuration("static"), Vendor.CISCO_IOS, Ranges.UNKNOWN))
                .isInstanceOfSatisfying(
                        NoDocumentException.class, e -> assertThat(e.missing()).contains(Vendor.Need.VPC));
    }
}
