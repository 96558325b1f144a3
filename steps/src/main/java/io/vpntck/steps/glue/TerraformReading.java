package io.vpntck.steps.glue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What Terraform's AWS provider makes of a native document (resource {@code aws_vpn_connection}): it takes these elements only,
 * has nothing where one is missing, and counts the tunnels by the AWS side's outside address.
 */
record TerraformReading(List<Tunnel> tunnels) {

    /**
     * One tunnel.
     *
     * @param fields in the order of {@link #PATHS}; "-" for what the document does not have
     */
    record Tunnel(String address, Map<String, String> fields) {}

    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put("vgw inside", "vpn_gateway/tunnel_inside_address/ip_address");
        PATHS.put("cgw inside", "customer_gateway/tunnel_inside_address/ip_address");
        PATHS.put("preshared key", "ike/pre_shared_key");
        PATHS.put("bgp asn", "vpn_gateway/bgp/asn");
        PATHS.put("bgp holdtime", "vpn_gateway/bgp/hold_time");
    }

    static TerraformReading of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            XPath path = XPathFactory.newInstance().newXPath();
            NodeList elements =
                    (NodeList) path.evaluate("/vpn_connection/ipsec_tunnel", document, XPathConstants.NODESET);
            return new TerraformReading(IntStream.range(0, elements.getLength())
                    .mapToObj(elements::item)
                    .map(element -> {
                        Map<String, String> fields = new LinkedHashMap<>();
                        PATHS.forEach((name, expression) -> fields.put(name, text(path, expression, element)));
                        return new Tunnel(text(path, "vpn_gateway/tunnel_outside_address/ip_address", element), fields);
                    })
                    .sorted(Comparator.comparing(Tunnel::address))
                    .toList());
        } catch (SAXException | IOException | ParserConfigurationException | XPathExpressionException e) {
            throw new AssertionError("customerGatewayConfiguration cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(XPath path, String expression, Object element) {
        try {
            String text = path.evaluate(expression, element);
            return text.isEmpty() ? "-" : text;
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(expression, e);
        }
    }
}
