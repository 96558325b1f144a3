package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The native XML configuration of a VPN connection, as DescribeVpnConnections gives it out in
 * {@code customerGatewayConfiguration}: two spaces of indentation, no namespace, no DOCTYPE.
 */
public final class ConfigurationDocument {
    /** Looking for a factory takes longer than most documents. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    /** What the examples of the documents show as Amazon-side ASN. */
    private static final long EXAMPLE_ASN = 7224;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final boolean dynamic;
    private final Enforcement rules;
    private final ShownTunnels shownTunnels;
    private int depth;

    /** @param dynamic whether it is written for BGP */
    private ConfigurationDocument(boolean dynamic, Enforcement rules) throws XMLStreamException {
        this.dynamic = dynamic;
        this.rules = rules;
        this.shownTunnels = new ShownTunnels(rules);
        this.xml = FACTORY.createXMLStreamWriter(text);
    }

    static String of(VpnConnection connection, Enforcement rules) {
        try {
            boolean dynamic = connection.staticRoutesOnly()
                    ? rules.commits(ControlPlaneFault.BGP_IN_STATIC_CONFIGURATION)
                    : !rules.commits(ControlPlaneFault.STATIC_CONFIGURATION_FOR_DYNAMIC);
            ConfigurationDocument document = new ConfigurationDocument(dynamic, rules);
            document.write(connection);
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes any XML", e);
        }
    }

    private void write(VpnConnection connection) throws XMLStreamException {
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        open("vpn_connection");
        xml.writeAttribute("id", connection.id());
        value("customer_gateway_id", connection.customerGateway().id());
        value(
                "vpn_gateway_id",
                rules.commits(ControlPlaneFault.WRONG_ID_IN_CONFIGURATION)
                        ? connection.id()
                        : connection.vpnGateway().id());
        value("vpn_connection_type", "ipsec.1");
        if (!dynamic) {
            value("vpn_connection_attributes", "NoBGPVPNConnection");
        }
        List<VpnTunnel> tunnels = shownTunnels.inConfiguration(connection);
        for (int i = 0; i < tunnels.size(); i++) {
            boolean others = dynamic && rules.commits(ControlPlaneFault.SWAPS_KEYS_IN_CONFIGURATION);
            String key = tunnels.get(others ? tunnels.size() - 1 - i : i).preSharedKey();
            tunnel(connection, i, key);
        }
        close();
        text.write("\n");
    }

    private void tunnel(VpnConnection connection, int index, String key) throws XMLStreamException {
        VpnTunnel tunnel = connection.tunnels().get(index);
        Ipv4Address network = tunnel.insideCidr().network();
        int aws = dynamic && rules.commits(ControlPlaneFault.SWAPS_INSIDE_ADDRESSES) ? 2 : 1;
        open("ipsec_tunnel");
        open("customer_gateway");
        addresses(
                connection.customerGateway().address(),
                network.plus(3 - aws),
                index == 0 || !rules.commits(ControlPlaneFault.INCOMPLETE_SECOND_TUNNEL));
        bgp(connection.customerGateway().bgpAsn(), "30");
        close();
        open("vpn_gateway");
        addresses(shownTunnels.address(connection, tunnel), network.plus(aws), true);
        bgp(
                rules.commits(ControlPlaneFault.EXAMPLE_ASN_IN_CONFIGURATION)
                        ? EXAMPLE_ASN
                        : connection.vpnGateway().amazonSideAsn(),
                rules.commits(ControlPlaneFault.WRONG_HOLD_TIME_IN_CONFIGURATION) ? "90" : "30");
        close();
        open("ike");
        value("authentication_protocol", "sha1");
        boolean stronger = dynamic && rules.commits(ControlPlaneFault.STRONGER_CIPHER_IN_CONFIGURATION);
        value("encryption_protocol", stronger ? "aes-256-cbc" : "aes-128-cbc");
        value("lifetime", rules.commits(ControlPlaneFault.WRONG_LIFETIME_IN_CONFIGURATION) ? "86400" : "28800");
        value("perfect_forward_secrecy", "group2");
        value("mode", "main");
        value("pre_shared_key", rules.commits(ControlPlaneFault.HANDS_OUT_OTHER_KEY) ? key.replace('_', '.') : key);
        close();
        ipsec();
        close();
    }

    private void ipsec() throws XMLStreamException {
        open("ipsec");
        value("protocol", "esp");
        value("authentication_protocol", "hmac-sha1-96");
        value("encryption_protocol", "aes-128-cbc");
        value("lifetime", "3600");
        value("perfect_forward_secrecy", "group2");
        value("mode", "tunnel");
        value("clear_df_bit", "true");
        value("fragmentation_before_encryption", "true");
        value("tcp_mss_adjustment", rules.commits(ControlPlaneFault.WRONG_MSS_IN_CONFIGURATION) ? "1436" : "1387");
        open("dead_peer_detection");
        value("interval", "10");
        value("retries", "3");
        close();
        close();
    }

    private void addresses(Ipv4Address outside, Ipv4Address inside, boolean masked) throws XMLStreamException {
        open("tunnel_outside_address");
        value("ip_address", outside.toString());
        close();
        open("tunnel_inside_address");
        value("ip_address", inside.toString());
        if (masked) {
            boolean wrong = dynamic && rules.commits(ControlPlaneFault.WRONG_NETMASK);
            value("network_mask", wrong ? "255.255.255.248" : "255.255.255.252");
        }
        value("network_cidr", "30");
        close();
    }

    private void bgp(long asn, String holdTime) throws XMLStreamException {
        if (dynamic) {
            open("bgp");
            value("asn", Long.toString(asn));
            value("hold_time", holdTime);
            close();
        }
    }

    private void open(String name) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void value(String name, String value) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        if (depth == 0) {
            xml.flush();
            if (text.getBuffer().indexOf("<vpn_connection") < 0) {
                text.write("\n");
                return;
            }
        }
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
