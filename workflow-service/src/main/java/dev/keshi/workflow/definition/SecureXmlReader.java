package dev.keshi.workflow.definition;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads XML into a tree that knows the line of each element. No DTD, no entities beyond XML's own five, nothing is
 * fetched; size and depth are bounded before anything else sees the document.
 */
final class SecureXmlReader {

    static final int MAX_BYTES = 1024 * 1024;
    static final int MAX_DEPTH = 64;

    private final Findings findings;

    SecureXmlReader(Findings findings) {
        this.findings = findings;
    }

    /** Empty when the document is refused; the findings say why. */
    Optional<Document> read(byte[] xml) {
        if (xml.length > MAX_BYTES) {
            findings.add(DeploymentErrorCode.TOO_LARGE, "", "", 1);
            return Optional.empty();
        }
        var otherEncoding = DeclaredEncoding.firstLineNotUtf8(xml);
        if (otherEncoding.isPresent()) {
            findings.add(DeploymentErrorCode.WRONG_ENCODING, "", "", otherEncoding.getAsInt());
            return Optional.empty();
        }
        try {
            var reader = inputFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
            return build(reader);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            findings.add(DeploymentErrorCode.NOT_XML, "", "", line, oneLine(e));
            return Optional.empty();
        }
    }

    private Optional<Document> build(XMLStreamReader reader) throws XMLStreamException {
        var document = emptyDocument();
        Node current = document;
        int depth = 0;
        while (reader.hasNext()) {
            var position = reader.getLocation();
            int line = Math.max(1, position.getLineNumber());
            int column = position.getColumnNumber();
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    findings.add(DeploymentErrorCode.DOCTYPE_NOT_ALLOWED, "", "", line);
                    return Optional.empty();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = element(document, reader, position);
                    Elements.position(element, line, column);
                    current.appendChild(element);
                    current = element;
                    if (++depth > MAX_DEPTH) {
                        findings.add(DeploymentErrorCode.NESTED_TOO_DEEP, element, MAX_DEPTH);
                        return Optional.empty();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    current = current.getParentNode();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth > 0) {
                        current.appendChild(document.createTextNode(reader.getText()));
                    }
                }
                default -> {}
            }
        }
        return Optional.of(document);
    }

    private static Element element(Document document, XMLStreamReader reader, Location position)
            throws XMLStreamException {
        try {
            return element(document, reader);
        } catch (DOMException e) {
            // The streaming parser lets names with two colons pass.
            throw new XMLStreamException("Not a qualified name in or at " + reader.getLocalName(), position, e);
        }
    }

    private static Element element(Document document, XMLStreamReader reader) {
        var element = document.createElementNS(
                reader.getNamespaceURI(), qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var prefix = reader.getNamespacePrefix(i);
            var uri = reader.getNamespaceURI(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null ? "xmlns" : "xmlns:" + prefix,
                    uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.setAttributeNS(
                    reader.getAttributeNamespace(i),
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        if (element.hasAttributeNS(null, "id")) {
            element.setIdAttributeNS(null, "id", true);
        }
        return element;
    }

    private static String qualified(String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    private static XMLInputFactory inputFactory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static Document emptyDocument() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The default XML parser can always make an empty document", e);
        }
    }

    private static String oneLine(XMLStreamException e) {
        var message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        int start = message.indexOf("Message: ");
        var text = start < 0 ? message : message.substring(start + "Message: ".length());
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
