package io.vpntck.reference.ec2.query;

import java.io.StringWriter;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An answer document under construction; everything in it is escaped. */
public final class XmlAnswer {
    /** Looking for a factory takes longer than most documents. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** @param namespace empty for none */
    XmlAnswer(String root, String namespace) {
        try {
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartElement(root);
            if (!namespace.isEmpty()) {
                xml.writeDefaultNamespace(namespace);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    XmlAnswer open(String element) {
        try {
            xml.writeStartElement(element);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    XmlAnswer close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    XmlAnswer value(String element, Object value) {
        try {
            xml.writeStartElement(element);
            characters(printable(value.toString()));
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A carriage return is written as a reference: as itself, a reader would take it for a line feed. */
    private void characters(String text) throws XMLStreamException {
        int from = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
            xml.writeCharacters(text.substring(from, at));
            xml.writeEntityRef("#13");
            from = at + 1;
        }
        xml.writeCharacters(text.substring(from));
    }

    /** XML 1.0 has no place for most control characters, not even escaped. */
    private static String printable(String value) {
        return isPrintable(value) ? value : UNPRINTABLE.matcher(value).replaceAll("\uFFFD");
    }

    /** Whether an answer can show this text as it is. */
    static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~')
                || !UNPRINTABLE.matcher(value).find();
    }

    /** A set: {@code item} elements in an element of its own. */
    <T> XmlAnswer set(String element, Iterable<T> values, BiConsumer<XmlAnswer, T> body) {
        open(element);
        for (T value : values) {
            open("item");
            body.accept(this, value);
            close();
        }
        return close();
    }

    String finish() {
        try {
            xml.writeEndElement();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
