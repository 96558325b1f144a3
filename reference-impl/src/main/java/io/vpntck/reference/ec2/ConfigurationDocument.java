package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The native XML configuration of a VPN connection, as DescribeVpnConnections gives it out in
 * {@code customerGatewayConfiguration}: two spaces of indentation, no namespace, no DOCTYPE.
 */
public final class ConfigurationDocument {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final boolean dynamic;
    private final Enforcement rules;
    private int depth;

    /** @param dynamic whether it is written for BGP */
    private ConfigurationDocument(boolean dynamic, Enforcement rules) throws XMLStreamException {
        this.dynamic = dynamic;
        this.rules = rules;
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(VpnConnection connection, Enforcement rules) {
        try {
            ConfigurationDocument document = new ConfigurationDocument(
                    !connection.staticRoutesOnly() || rules.commits(ControlPlaneFault.BGP_IN_STATIC_CONFIGURATION),
                    rules);
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
        for (VpnTunnel tunnel : connection.tunnels()) {
            tunnel(connection, tunnel);
        }
        close();
        text.write("\n");
    }

    private void tunnel(VpnConnection connection, VpnTunnel tunnel) throws XMLStreamException {
        Ipv4Address network = tunnel.insideCidr().network();
        open("ipsec_tunnel");
        end(
                "customer_gateway",
                connection.customerGateway().address(),
                network.plus(2),
                connection.customerGateway().bgpAsn());
        end(
                "vpn_gateway",
                tunnel.outsideAddress(),
                network.plus(1),
                connection.vpnGateway().amazonSideAsn());
        open("ike");
        value("authentication_protocol", "sha1");
        value("encryption_protocol", "aes-128-cbc");
        value("lifetime", rules.commits(ControlPlaneFault.WRONG_LIFETIME_IN_CONFIGURATION) ? "86400" : "28800");
        value("perfect_forward_secrecy", "group2");
        value("mode", "main");
        value("pre_shared_key", tunnel.preSharedKey());
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

    private void end(String name, Ipv4Address outside, Ipv4Address inside, long asn) throws XMLStreamException {
        open(name);
        open("tunnel_outside_address");
        value("ip_address", outside.toString());
        close();
        open("tunnel_inside_address");
        value("ip_address", inside.toString());
        value("network_mask", "255.255.255.252");
        value("network_cidr", "30");
        close();
        if (dynamic) {
            open("bgp");
            value("asn", Long.toString(asn));
            value("hold_time", "30");
            close();
        }
        close();
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
