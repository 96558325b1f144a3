package io.vpntck.reference.configuration;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the templates can name, in the words of the devices. */
final class TemplateValues {
    private TemplateValues() {}

    static Map<String, Object> of(NativeConfiguration configuration, Ranges ranges) {
        Map<String, Object> values = new HashMap<>();
        values.put("connection_id", configuration.connectionId());
        values.put("customer_gateway_id", configuration.customerGatewayId());
        values.put("vpn_gateway_id", configuration.vpnGatewayId());
        values.put("static", configuration.staticRoutesOnly());
        values.put("dynamic", !configuration.staticRoutesOnly());
        values.put("minimum", configuration.asksForTheMinimum());
        ranges.vpc().ifPresent(vpc -> range(values, "vpc", vpc));
        ranges.lan().ifPresent(lan -> range(values, "lan", lan));
        List<Map<String, Object>> tunnels = new ArrayList<>();
        for (int i = 0; i < configuration.tunnels().size(); i++) {
            tunnels.add(tunnel(i, configuration.tunnels().get(i)));
        }
        values.put("tunnels", tunnels);
        values.put("first", tunnels.get(0));
        return values;
    }

    private static void range(Map<String, Object> values, String name, Ipv4Prefix range) {
        values.put(name, range.toString());
        values.put(name + "_network", range.network().toString());
        values.put(name + "_mask", range.netmask().toString());
    }

    private static Map<String, Object> tunnel(int index, NativeTunnel tunnel) {
        Map<String, Object> values = new HashMap<>();
        values.put("index", index);
        values.put("number", index + 1);
        values.put("mark", (index + 1) * 100);
        NativeTunnel.End customer = tunnel.customerGateway();
        NativeTunnel.End aws = tunnel.vpnGateway();
        values.put("customer_outside", customer.outsideAddress().toString());
        values.put("customer_inside", customer.insideAddress().toString());
        values.put("aws_outside", aws.outsideAddress().toString());
        values.put("aws_inside", aws.insideAddress().toString());
        values.put("inside_length", customer.insideLength());
        values.put("inside_mask", mask(customer.insideLength()));
        customer.bgp().ifPresent(bgp -> values.put("customer_asn", bgp.asn()));
        aws.bgp().ifPresent(bgp -> {
            values.put("aws_asn", bgp.asn());
            values.put("hold_time", bgp.holdTime());
            // RFC 4271, section 10: a keepalive comes three times in a hold time.
            values.put("keepalive", bgp.holdTime() / 3);
        });
        ike(values, tunnel.ike());
        ipsec(values, tunnel.ipsec());
        return values;
    }

    private static void ike(Map<String, Object> values, NativeTunnel.Ike ike) {
        values.put("ike_authentication", ike.authentication());
        values.put("ike_encryption", ike.encryption());
        values.put("ike_hash", hash(ike.authentication()));
        values.put("ike_cisco_hash", hash(ike.authentication()).replace("sha1", "sha"));
        values.put("ike_junos_hash", hash(ike.authentication()).replace("sha2", "sha-2"));
        values.put("ike_bits", bits(ike.encryption()));
        values.put("ike_lifetime", ike.lifetime());
        values.put("ike_group", ike.group());
        values.put("ike_modp", modp(ike.group()));
        values.put("ike_libreswan_modp", modp(ike.group() == 2 ? 14 : ike.group()));
        values.put("ike_mode", ike.mode());
        values.put("key", ike.preSharedKey());
    }

    private static void ipsec(Map<String, Object> values, NativeTunnel.Ipsec ipsec) {
        values.put("ipsec_protocol", ipsec.protocol());
        values.put("ipsec_authentication", ipsec.authentication());
        values.put("ipsec_encryption", ipsec.encryption());
        values.put("ipsec_hash", hash(ipsec.authentication()));
        values.put("ipsec_cisco_hash", hash(ipsec.authentication()).replace("sha1", "sha"));
        values.put("ipsec_junos_hash", ipsec.authentication().replace("sha2", "sha"));
        values.put("ipsec_bits", bits(ipsec.encryption()));
        values.put("ipsec_lifetime", ipsec.lifetime());
        values.put("ipsec_group", ipsec.group());
        values.put("ipsec_modp", modp(ipsec.group()));
        values.put("ipsec_libreswan_modp", modp(ipsec.group() == 2 ? 14 : ipsec.group()));
        values.put("ipsec_mode", ipsec.mode());
        values.put("clear_df", ipsec.clearDf());
        values.put("clear_df_word", ipsec.clearDf() ? "enabled" : "disabled");
        values.put("fragment_before", ipsec.fragmentBefore());
        values.put("fragmentation_word", ipsec.fragmentBefore() ? "Before encryption" : "After encryption");
        values.put("mss", ipsec.mss());
        values.put("dpd_interval", ipsec.dpdInterval());
        values.put("dpd_retries", ipsec.dpdRetries());
        values.put("dpd_timeout", ipsec.dpdInterval() * ipsec.dpdRetries());
    }

    private static String mask(int length) {
        return Ipv4Prefix.of("0.0.0.0/" + length).netmask().toString();
    }

    /** From {@code sha1}, {@code sha2-256} or {@code hmac-sha2-256-128} to {@code sha1} or {@code sha256}. */
    private static String hash(String authentication) {
        String name = authentication.replace("hmac-", "").replace("sha2-", "sha");
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    private static String bits(String encryption) {
        return encryption.replaceAll("\\D", "");
    }

    /** strongSwan's and Libreswan's word for a group: by the length of its prime, RFC 3526 and RFC 5114. */
    private static String modp(int group) {
        return switch (group) {
            case 2 -> "modp1024";
            case 5 -> "modp1536";
            case 14 -> "modp2048";
            case 15 -> "modp3072";
            case 16 -> "modp4096";
            case 17 -> "modp6144";
            case 18 -> "modp8192";
            case 22 -> "modp1024s160";
            case 23 -> "modp2048s224";
            case 24 -> "modp2048s256";
            default -> throw new IllegalArgumentException("group " + group);
        };
    }
}
