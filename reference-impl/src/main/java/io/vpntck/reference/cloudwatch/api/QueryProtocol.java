package io.vpntck.reference.cloudwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vpntck.reference.wire.Octets;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The Query protocol: {@code Dimensions.member.1.Name=…} in a form, and an XML document with {@code <ActionResult>}.
 *
 * <p>Unlike EC2's, it has a result element, lists of {@code member}, and another error document.
 */
final class QueryProtocol implements Protocol {
    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    private final boolean resultElement;

    QueryProtocol() {
        this(true);
    }

    /** @param resultElement false leaves it out, which is wrong */
    QueryProtocol(boolean resultElement) {
        this.resultElement = resultElement;
    }

    @Override
    public String operation(MonitoringRequest request) {
        return request.form().getOrDefault("Action", "");
    }

    @Override
    public JsonNode input(MonitoringRequest request) {
        return FormTree.of(request.form());
    }

    @Override
    public MonitoringResponse answer(String operation, Map<String, Object> output, String requestId) {
        return document(200, operation + "Response", xml -> {
            if (resultElement) {
                xml.writeStartElement(operation + "Result");
            }
            write(xml, output);
            if (resultElement) {
                xml.writeEndElement();
            }
            xml.writeStartElement("ResponseMetadata");
            write(xml, Map.of("RequestId", requestId));
            xml.writeEndElement();
        });
    }

    @Override
    public MonitoringResponse error(int status, String code, String message, String requestId) {
        return document(status, "ErrorResponse", xml -> {
            xml.writeStartElement("Error");
            write(xml, Map.of("Type", status < 500 ? "Sender" : "Receiver"));
            write(xml, Map.of("Code", code));
            write(xml, Map.of("Message", message));
            xml.writeEndElement();
            write(xml, Map.of("RequestId", requestId));
        });
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static MonitoringResponse document(int status, String root, Content content) {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            content.write(xml);
            xml.writeEndElement();
            xml.flush();
            return new MonitoringResponse(status, Map.of("Content-Type", "text/xml"), Octets.ofUtf8(text.toString()));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(XMLStreamWriter xml, Map<?, ?> members) throws XMLStreamException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            xml.writeStartElement(member.getKey().toString());
            writeValue(xml, member.getValue());
            xml.writeEndElement();
        }
    }

    private static void writeValue(XMLStreamWriter xml, Object value) throws XMLStreamException {
        if (value instanceof Map<?, ?> members) {
            write(xml, members);
        } else if (value instanceof List<?> list) {
            for (Object member : list) {
                xml.writeStartElement("member");
                writeValue(xml, member);
                xml.writeEndElement();
            }
        } else {
            xml.writeCharacters(printable(value.toString()));
        }
    }

    /** XML 1.0 has no place for most control characters, not even escaped. */
    private static String printable(String value) {
        return value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
