package io.vpntck.reference.configuration;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An element of the native document; what it lacks, and what it says in another form, is refused by name. */
record Part(Element element) {

    String name() {
        return element.getTagName();
    }

    List<Part> children(String name) {
        List<Part> found = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child && child.getTagName().equals(name)) {
                found.add(new Part(child));
            }
        }
        return found;
    }

    /** The only child of this name. */
    Part child(String name) throws UnreadableConfigurationException {
        List<Part> found = children(name);
        if (found.size() != 1) {
            throw new UnreadableConfigurationException(
                    "<" + name() + "> has " + (found.isEmpty() ? "no" : "more than one") + " <" + name + ">");
        }
        return found.get(0);
    }

    Optional<String> optionalText(String name) {
        return children(name).stream()
                .findFirst()
                .map(part -> part.element.getTextContent().trim());
    }

    /** @param form a regular expression for the whole text */
    String text(String name, String form) throws UnreadableConfigurationException {
        return demand("<" + name + "> in <" + name() + ">", child(name).element.getTextContent(), form);
    }

    String attribute(String name, String form) throws UnreadableConfigurationException {
        return demand("the attribute " + name + " of <" + name() + ">", element.getAttribute(name), form);
    }

    long number(String name, long most) throws UnreadableConfigurationException {
        long value = Long.parseLong(text(name, "\\d{1,18}"));
        if (value > most) {
            throw new UnreadableConfigurationException("<" + name + "> says " + value + ", more than " + most);
        }
        return value;
    }

    int seconds(String name) throws UnreadableConfigurationException {
        return (int) number(name, Integer.MAX_VALUE);
    }

    boolean flag(String name) throws UnreadableConfigurationException {
        return text(name, "true|false").equals("true");
    }

    Ipv4Address address(String name) throws UnreadableConfigurationException {
        String text = text(name, "[0-9.]{7,15}");
        return Ipv4Address.parse(text)
                .orElseThrow(() -> new UnreadableConfigurationException(
                        "<" + name + "> in <" + name() + "> says " + text + ", which is no IPv4 address"));
    }

    private static String demand(String what, String found, String form) throws UnreadableConfigurationException {
        String text = found.trim();
        if (!text.matches(form)) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw new UnreadableConfigurationException(
                    what + (text.isEmpty() ? " is empty" : " says \"" + shown + "\", which is not understood"));
        }
        return text;
    }
}
