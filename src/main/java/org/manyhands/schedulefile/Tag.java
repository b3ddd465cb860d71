package org.manyhands.schedulefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML element with what is in it, as far as it is small: an event. */
record Tag(String name, Map<String, String> attributes, String text, List<Tag> children) {

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    /** Reads the element at which the reader stands, to its end. */
    static Tag read(XMLStreamReader xml, int depth) throws XMLStreamException {
        checkDepth(depth);
        if (XINCLUDE.equals(xml.getNamespaceURI())) {
            throw new CannotRead("This XML asks us to include other files, which we do not do.");
        }
        var name = xml.getLocalName();
        var attributes = attributes(xml);
        var text = new StringBuilder();
        var children = new ArrayList<Tag>();
        for (var event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                var child = read(xml, depth + 1);
                children.add(child);
                append(text, child.text);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text, xml.getText());
            }
        }
        return new Tag(name, attributes, text.toString(), children);
    }

    static void checkDepth(int depth) {
        if (depth > Caps.DEPTH) {
            throw new CannotRead("This XML is too deeply nested to be a schedule.");
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), Caps.TEXT_IN_FILE - text.length()));
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Of all children of that name; none of them is empty. */
    List<String> texts(String child) {
        return children.stream()
                .filter(tag -> tag.name.equals(child))
                .map(tag -> tag.text.strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Of the first child of one of these names that has any. */
    String text(String... names) {
        for (var child : names) {
            var texts = texts(child);
            if (!texts.isEmpty()) {
                return texts.getFirst();
            }
        }
        return "";
    }

    List<Tag> children(String name) {
        return children.stream().filter(tag -> tag.name.equals(name)).toList();
    }
}
