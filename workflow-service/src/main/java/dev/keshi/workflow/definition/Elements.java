package dev.keshi.workflow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reading a document that {@link SecureXmlReader} built. */
final class Elements {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String KESHI = "https://keshi.dev/bpmn/1.0";

    private static final String POSITION = "position";

    /** Where a start tag begins, both from 1. */
    record Position(int line, int column) {

        boolean isBefore(int otherLine, int otherColumn) {
            return line < otherLine || line == otherLine && column < otherColumn;
        }
    }

    private Elements() {}

    static void position(Element element, int line, int column) {
        element.setUserData(POSITION, new Position(Math.max(1, line), Math.max(1, column)), null);
    }

    static Position position(Element element) {
        return element.getUserData(POSITION) instanceof Position position ? position : new Position(1, 1);
    }

    static int line(Element element) {
        return position(element).line();
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static boolean isBpmn(Element element) {
        return BPMN.equals(element.getNamespaceURI());
    }

    static List<Attr> attributes(Element element) {
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    /** A non-blank attribute without namespace. */
    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttributeNS(null, name).strip()).filter(value -> !value.isEmpty());
    }

    static Optional<String> keshiAttribute(Element element, String name) {
        return element.hasAttributeNS(KESHI, name)
                ? Optional.of(element.getAttributeNS(KESHI, name).strip())
                : Optional.empty();
    }

    static Optional<Element> parent(Element element) {
        return element.getParentNode() instanceof Element parent ? Optional.of(parent) : Optional.empty();
    }

    /** Its own id, else that of the nearest element around it, else empty. */
    static String idAround(Element element) {
        return attribute(element, "id")
                .orElseGet(() -> parent(element).map(Elements::idAround).orElse(""));
    }
}
