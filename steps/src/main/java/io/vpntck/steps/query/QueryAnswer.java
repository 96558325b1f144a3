package io.vpntck.steps.query;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An answer as it came: status, content type and body, and the XML in it. */
public record QueryAnswer(int status, String contentType, String body) {

    /** The root of the document. @throws IllegalStateException when the body is not XML */
    public Element root() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
            return document.getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("the answer is not XML: " + body, e);
        }
    }

    /** The text of the first element at a path below the root, for example {@code Errors/Error/Code}. */
    public Optional<String> text(String path) {
        return elements(path).stream().findFirst().map(Node::getTextContent);
    }

    /** Every element at a path below the root. */
    public List<Element> elements(String path) {
        List<Element> found = List.of(root());
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            found.forEach(element -> next.addAll(children(element, name)));
            found = next;
        }
        return found;
    }

    private static List<Element> children(Element element, String name) {
        List<Element> all = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getLocalName().equals(name)) {
                all.add(child);
            }
        }
        return all;
    }

    /** The code of an error document; empty for another answer. */
    public String errorCode() {
        return text("Errors/Error/Code").orElse("");
    }

    public String errorMessage() {
        return text("Errors/Error/Message").orElse("");
    }
}
