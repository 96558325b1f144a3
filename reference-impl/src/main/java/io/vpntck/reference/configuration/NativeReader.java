package io.vpntck.reference.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** From the native XML to what it says, element by element in the order of the document. */
final class NativeReader {
    /** Ids of resources: a prefix and hexadecimal digits. */
    private static final String ID = "[a-z]{1,8}-[0-9a-f]{1,32}";

    /** What AWS allows in a key: nothing that would end a quoted string of a device's language. */
    private static final String KEY = "[A-Za-z0-9._]{1,128}";

    private NativeReader() {}

    static NativeConfiguration read(String xml) throws UnreadableConfigurationException {
        Part root = root(xml);
        Optional<String> attributes = root.optionalText("vpn_connection_attributes");
        boolean staticOnly = attributes.filter(a -> a.contains("NoBGP")).isPresent();
        List<NativeTunnel> tunnels = new ArrayList<>();
        for (Part tunnel : root.children("ipsec_tunnel")) {
            tunnels.add(tunnel(tunnel, staticOnly));
        }
        if (tunnels.size() != 2) {
            throw new UnreadableConfigurationException("the configuration has " + tunnels.size() + " tunnels, not two");
        }
        return new NativeConfiguration(
                root.attribute("id", ID),
                root.text("customer_gateway_id", ID),
                root.text("vpn_gateway_id", ID + "|"),
                staticOnly,
                tunnels);
    }

    /** Of the first tunnel. */
    static PacketSettings packetSettings(String xml) throws UnreadableConfigurationException {
        List<Part> tunnels = root(xml).children("ipsec_tunnel");
        if (tunnels.isEmpty()) {
            throw new UnreadableConfigurationException("the configuration has no tunnel");
        }
        Part ipsec = tunnels.get(0).child("ipsec");
        return new PacketSettings(
                ipsec.flag("clear_df_bit"), ipsec.flag("fragmentation_before_encryption"), mss(ipsec));
    }

    private static int mss(Part ipsec) throws UnreadableConfigurationException {
        return (int) ipsec.number("tcp_mss_adjustment", 65535);
    }

    private static Part root(String xml) throws UnreadableConfigurationException {
        Part root = parsed(xml);
        if (!root.name().equals("vpn_connection")) {
            throw new UnreadableConfigurationException(
                    "the configuration begins with <" + root.name() + ">, not <vpn_connection>");
        }
        return root;
    }

    private static Part parsed(String xml) throws UnreadableConfigurationException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Part(
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableConfigurationException("the configuration is no XML document: " + e.getMessage());
        }
    }

    private static NativeTunnel tunnel(Part tunnel, boolean staticOnly) throws UnreadableConfigurationException {
        return new NativeTunnel(
                end(tunnel.child("customer_gateway"), staticOnly),
                end(tunnel.child("vpn_gateway"), staticOnly),
                ike(tunnel.child("ike")),
                ipsec(tunnel.child("ipsec")));
    }

    private static NativeTunnel.End end(Part end, boolean staticOnly) throws UnreadableConfigurationException {
        Part inside = end.child("tunnel_inside_address");
        Optional<NativeTunnel.Bgp> bgp = Optional.empty();
        if (!staticOnly) {
            Part element = end.child("bgp");
            bgp = Optional.of(
                    new NativeTunnel.Bgp(element.number("asn", 4294967295L), (int) element.number("hold_time", 65535)));
        }
        return new NativeTunnel.End(
                end.child("tunnel_outside_address").address("ip_address"),
                inside.address("ip_address"),
                (int) inside.number("network_cidr", 32),
                bgp);
    }

    private static NativeTunnel.Ike ike(Part ike) throws UnreadableConfigurationException {
        return new NativeTunnel.Ike(
                ike.text("authentication_protocol", "sha1|sha2-(256|384|512)"),
                ike.text("encryption_protocol", "aes-(128|256)-cbc"),
                ike.seconds("lifetime"),
                group(ike),
                ike.text("mode", "main"),
                ike.text("pre_shared_key", KEY));
    }

    private static NativeTunnel.Ipsec ipsec(Part ipsec) throws UnreadableConfigurationException {
        Part dpd = ipsec.child("dead_peer_detection");
        return new NativeTunnel.Ipsec(
                ipsec.text("protocol", "esp"),
                ipsec.text("authentication_protocol", "hmac-sha1-96|hmac-sha2-256-128"),
                ipsec.text("encryption_protocol", "aes-(128|256)-cbc"),
                ipsec.seconds("lifetime"),
                group(ipsec),
                ipsec.text("mode", "tunnel"),
                ipsec.flag("clear_df_bit"),
                ipsec.flag("fragmentation_before_encryption"),
                mss(ipsec),
                dpd.seconds("interval"),
                (int) dpd.number("retries", 1000));
    }

    private static int group(Part part) throws UnreadableConfigurationException {
        return Integer.parseInt(part.text("perfect_forward_secrecy", "group(2|5|14|15|16|17|18|22|23|24)")
                .substring("group".length()));
    }
}
