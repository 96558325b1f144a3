package io.vpntck.steps.glue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** The native XML configuration as a reader of it sees it: the kit's own reading, apart from the reference's. */
public final class Configuration {
    private final Element root;
    private final List<Element> tunnels = new ArrayList<>();

    private Configuration(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            NodeList elements = root.getElementsByTagName("ipsec_tunnel");
            for (int i = 0; i < elements.getLength(); i++) {
                tunnels.add((Element) elements.item(i));
            }
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("customerGatewayConfiguration is no XML document: " + e.getMessage(), e);
        }
    }

    public static Configuration of(VpnConnection connection) {
        String xml = connection.customerGatewayConfiguration();
        if (xml == null || xml.isEmpty()) {
            throw new AssertionError("there is no customerGatewayConfiguration");
        }
        return of(xml);
    }

    static Configuration of(String document) {
        return new Configuration(document);
    }

    String connectionId() {
        return root.getAttribute("id");
    }

    /** What {@code vpn_connection_attributes} says; empty without one. */
    List<String> attributes() {
        return texts("vpn_connection_attributes");
    }

    /** ASN and hold time of each {@code bgp} element, in the order of the document. */
    List<String> bgp() {
        List<String> asns = fields("bgp", "asn");
        List<String> holdTimes = fields("bgp", "hold_time");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < asns.size(); i++) {
            all.add(asns.get(i) + " " + holdTimes.get(i));
        }
        return all;
    }

    /** What {@code tcp_mss_adjustment} says for each tunnel. */
    public List<String> mssAdjustments() {
        return texts("tcp_mss_adjustment");
    }

    /** What every element of this name says, in the order of the document. */
    List<String> texts(String name) {
        NodeList elements = root.getElementsByTagName(name);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            all.add(elements.item(i).getTextContent());
        }
        return all;
    }

    /** Of the AWS side, in the order of the document. */
    public List<String> outsideAddresses() {
        return each(tunnel -> address(tunnel, "vpn_gateway", "tunnel_outside_address"));
    }

    /** Of the AWS side, in the order of the document. */
    public List<String> awsInsideAddresses() {
        return each(tunnel -> address(tunnel, "vpn_gateway", "tunnel_inside_address"));
    }

    /** Of the customer gateway, in the order of the document. */
    List<String> customerOutsideAddresses() {
        return each(tunnel -> address(tunnel, "customer_gateway", "tunnel_outside_address"));
    }

    /** What a child of every element {@code part} says, in the order of the document. */
    List<String> fields(String part, String name) {
        NodeList elements = root.getElementsByTagName(part);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            all.add(text((Element) elements.item(i), name));
        }
        return all;
    }

    /** What the element at a path such as {@code ike/mode} says in each tunnel, in the order of the document. */
    List<String> at(String path) {
        return each(tunnel -> {
            Element element = tunnel;
            for (String name : path.split("/")) {
                element = child(element, name);
            }
            return element.getTextContent();
        });
    }

    public List<String> preSharedKeys() {
        return each(tunnel -> text(child(tunnel, "ike"), "pre_shared_key"));
    }

    /** Of the AWS side, to those of the customer gateway. */
    Map<String, String> insideAddresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        tunnels.forEach(tunnel -> addresses.put(
                address(tunnel, "vpn_gateway", "tunnel_inside_address"),
                address(tunnel, "customer_gateway", "tunnel_inside_address")));
        return addresses;
    }

    /** The network that the AWS side's inside address is the first address of. */
    List<String> insideCidrs() {
        return each(tunnel -> {
            String aws = address(tunnel, "vpn_gateway", "tunnel_inside_address");
            int dot = aws.lastIndexOf('.');
            int network = Integer.parseInt(aws.substring(dot + 1)) - 1;
            String length = text(child(child(tunnel, "vpn_gateway"), "tunnel_inside_address"), "network_cidr");
            if (network % 4 != 0) {
                throw new AssertionError(aws + " is not the first address of a /30");
            }
            return aws.substring(0, dot + 1) + network + "/" + length;
        });
    }

    private List<String> each(Function<Element, String> value) {
        return tunnels.stream().map(value).toList();
    }

    private static String address(Element tunnel, String end, String side) {
        return text(child(child(tunnel, end), side), "ip_address");
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }

    private static Element child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element
                    && element.getTagName().equals(name)) {
                return element;
            }
        }
        throw new AssertionError("<" + parent.getTagName() + "> has no <" + name + ">");
    }
}
