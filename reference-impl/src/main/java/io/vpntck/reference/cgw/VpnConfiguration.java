package io.vpntck.reference.cgw;

import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ip.Ipv4Address;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the native XML configuration of a VPN connection says (CustomerGatewayConfiguration of
 * DescribeVpnConnections).
 *
 * @param tunnels two, in the order of the document
 */
public record VpnConfiguration(String connectionId, boolean staticRoutesOnly, List<Tunnel> tunnels) {

    public VpnConfiguration {
        tunnels = List.copyOf(tunnels);
    }

    /**
     * One {@code ipsec_tunnel}.
     *
     * @param phase1 what to offer, best first
     * @param phase2 likewise
     * @param bgp empty on a static connection
     */
    public record Tunnel(
            Ipv4Address customerGatewayOutside,
            Ipv4Address customerGatewayInside,
            Ipv4Address awsOutside,
            Ipv4Address awsInside,
            String preSharedKey,
            List<Phase1Proposal> phase1,
            Duration phase1Lifetime,
            List<Phase2Proposal> phase2,
            Duration phase2Lifetime,
            Duration dpdInterval,
            int dpdRetries,
            Optional<Bgp> bgp) {
        public Tunnel {
            phase1 = List.copyOf(phase1);
            phase2 = List.copyOf(phase2);
        }

        private Tunnel withTwoOctetAs() {
            return new Tunnel(
                    customerGatewayOutside,
                    customerGatewayInside,
                    awsOutside,
                    awsInside,
                    preSharedKey,
                    phase1,
                    phase1Lifetime,
                    phase2,
                    phase2Lifetime,
                    dpdInterval,
                    dpdRetries,
                    bgp.map(b -> new Bgp(b.customerGatewayAsn(), b.awsAsn(), b.holdTime(), false)));
        }
    }

    /**
     * The ends of a peering.
     *
     * @param holdTime of the gateway, in seconds
     * @param fourOctetAs whether the gateway knows AS numbers of four octets
     */
    public record Bgp(long customerGatewayAsn, long awsAsn, int holdTime, boolean fourOctetAs) {
        public Bgp(long customerGatewayAsn, long awsAsn, int holdTime) {
            this(customerGatewayAsn, awsAsn, holdTime, true);
        }
    }

    /** The same for a gateway that knows AS numbers of two octets only, of which no document tells. */
    public VpnConfiguration withTwoOctetAs() {
        return new VpnConfiguration(
                connectionId,
                staticRoutesOnly,
                tunnels.stream().map(Tunnel::withTwoOctetAs).toList());
    }

    /** @throws IllegalArgumentException for a document of another form; the message names what is wrong */
    public static VpnConfiguration parse(String xml) {
        Element root = root(xml);
        if (!root.getTagName().equals("vpn_connection")) {
            throw new IllegalArgumentException(
                    "the configuration begins with <" + root.getTagName() + ">, not <vpn_connection>");
        }
        List<Tunnel> tunnels = new ArrayList<>();
        NodeList elements = root.getElementsByTagName("ipsec_tunnel");
        for (int i = 0; i < elements.getLength(); i++) {
            tunnels.add(tunnel((Element) elements.item(i)));
        }
        if (tunnels.size() != 2) {
            throw new IllegalArgumentException("the configuration has " + tunnels.size() + " tunnels, not two");
        }
        boolean staticOnly =
                root.getElementsByTagName("vpn_connection_attributes").getLength() > 0
                        && text(root, "vpn_connection_attributes").contains("NoBGP");
        return new VpnConfiguration(root.getAttribute("id"), staticOnly, tunnels);
    }

    private static Element root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(xml)));
            return document.getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("the configuration is no XML document: " + e.getMessage(), e);
        }
    }

    private static Tunnel tunnel(Element tunnel) {
        Element ike = child(tunnel, "ike");
        Element ipsec = child(tunnel, "ipsec");
        Element dpd = child(ipsec, "dead_peer_detection");
        return new Tunnel(
                address(child(tunnel, "customer_gateway"), "tunnel_outside_address"),
                address(child(tunnel, "customer_gateway"), "tunnel_inside_address"),
                address(child(tunnel, "vpn_gateway"), "tunnel_outside_address"),
                address(child(tunnel, "vpn_gateway"), "tunnel_inside_address"),
                // Every character of a key counts.
                child(ike, "pre_shared_key").getTextContent(),
                AlgorithmNames.phase1(name -> text(ike, name)),
                seconds(ike, "lifetime"),
                AlgorithmNames.phase2(name -> text(ipsec, name)),
                seconds(ipsec, "lifetime"),
                seconds(dpd, "interval"),
                (int) seconds(dpd, "retries").toSeconds(),
                bgp(child(tunnel, "customer_gateway"), child(tunnel, "vpn_gateway")));
    }

    private static Optional<Bgp> bgp(Element customer, Element aws) {
        if (customer.getElementsByTagName("bgp").getLength() == 0) {
            return Optional.empty();
        }
        Element own = child(customer, "bgp");
        return Optional.of(
                new Bgp(number(own, "asn"), number(child(aws, "bgp"), "asn"), (int) number(own, "hold_time")));
    }

    private static Duration seconds(Element parent, String name) {
        return Duration.ofSeconds(number(parent, name));
    }

    private static long number(Element parent, String name) {
        String text = text(parent, name);
        if (!text.matches("\\d{1,10}")) {
            throw new IllegalArgumentException("<" + name + "> says " + text + ", not a number");
        }
        return Long.parseLong(text);
    }

    private static Ipv4Address address(Element parent, String name) {
        String text = text(child(parent, name), "ip_address");
        return Ipv4Address.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("<" + name + "> says " + text + ", no IPv4 address"));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().trim();
    }

    private static Element child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element
                    && element.getTagName().equals(name)) {
                return element;
            }
        }
        throw new IllegalArgumentException("<" + parent.getTagName() + "> has no <" + name + ">");
    }
}
