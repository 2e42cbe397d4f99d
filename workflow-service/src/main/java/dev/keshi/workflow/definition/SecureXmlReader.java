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
import org.jspecify.annotations.Nullable;
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

    /** The document, or the element that is being read. */
    private @Nullable Node open;

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
            notXml(e);
            return Optional.empty();
        }
    }

    /** Says what is wrong, where, and in which element. */
    private void notXml(XMLStreamException failure) {
        var place = failure.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNumber());
        int column = place == null ? 1 : Math.max(1, place.getColumnNumber());
        var fault = XmlFault.of(failure);
        var code = DeploymentErrorCode.NOT_XML;
        var zh = "%s（第 %d 行第 %d 列）".formatted(fault.zh, line, column);
        var en = "%s (line %d, column %d)".formatted(fault.en, line, column);
        if (open instanceof Element around) {
            int since = Elements.line(around);
            zh += "；位于第 %d 行开始的元素 %s 之内".formatted(since, around.getNodeName());
            en += ", within the element %s that begins in line %d".formatted(around.getNodeName(), since);
            findings.add(
                    code,
                    Elements.idAround(around),
                    around.getNodeName(),
                    line,
                    new Words(code.zh(zh), code.en(en), XmlFault.reason(failure)));
        } else {
            findings.add(code, "", "", line, new Words(code.zh(zh), code.en(en), XmlFault.reason(failure)));
        }
    }

    private Optional<Document> build(XMLStreamReader reader) throws XMLStreamException {
        var document = emptyDocument();
        open = document;
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
                    open.appendChild(element);
                    open = element;
                    if (++depth > MAX_DEPTH) {
                        findings.add(DeploymentErrorCode.NESTED_TOO_DEEP, element, MAX_DEPTH);
                        return Optional.empty();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open = open.getParentNode();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth > 0) {
                        open.appendChild(document.createTextNode(reader.getText()));
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

    static XMLInputFactory inputFactory() {
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
}
