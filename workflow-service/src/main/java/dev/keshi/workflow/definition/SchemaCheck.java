package dev.keshi.workflow.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates against the BPMN 2.0 schema that comes with the model library, and goes on after the first violation. */
final class SchemaCheck {

    private final Schema schema;

    SchemaCheck() {
        try {
            var bundled = Bpmn.class.getResource("/org/operaton/bpm/model/bpmn/schema/BPMN20.xsd");
            this.schema = SchemaFactory.newDefaultInstance().newSchema(bundled);
        } catch (SAXException e) {
            throw new IllegalStateException("The bundled BPMN schema cannot be read", e);
        }
    }

    void check(byte[] xml, Document document, Findings findings) {
        var violations = new ArrayList<SAXParseException>();
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collector(violations));
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException e) {
            var root = document.getDocumentElement();
            var message = String.valueOf(e.getMessage());
            findings.add(
                    DeploymentErrorCode.SCHEMA_VIOLATION,
                    root,
                    SchemaFault.of(message).words(message, root, shortened(message)));
        }
        var elements = inOrder(document.getDocumentElement());
        var ofValue = "";
        for (var violation : violations) {
            var message = String.valueOf(violation.getMessage()).replaceAll("\\s+", " ");
            if (SchemaFault.isOfAValue(message)) {
                ofValue = message + " ";
            } else if (!message.startsWith("cvc-id.")) {
                // Ids and references are checked with better words by DuplicateIds and GraphBuilder.
                report(violation, message, ofValue, lastBefore(elements, violation), findings);
                ofValue = "";
            }
        }
    }

    private static void report(
            SAXParseException violation, String message, String ofValue, Element element, Findings findings) {
        findings.add(
                DeploymentErrorCode.SCHEMA_VIOLATION,
                Elements.idAround(element),
                element.getNodeName(),
                Math.max(1, violation.getLineNumber()),
                SchemaFault.of(message).words(message, element, shortened(ofValue + message)));
    }

    /** A violation is reported behind the tag it was seen in. */
    private static Element lastBefore(List<Element> elements, SAXParseException violation) {
        return elements.stream()
                .filter(element ->
                        Elements.position(element).isBefore(violation.getLineNumber(), violation.getColumnNumber()))
                .reduce((first, second) -> second)
                .orElse(elements.getFirst());
    }

    private static List<Element> inOrder(Element root) {
        var all = new ArrayList<Element>();
        all.add(root);
        Elements.children(root).forEach(child -> all.addAll(inOrder(child)));
        return all;
    }

    private static String shortened(String message) {
        var text = message.replace("\"http://www.omg.org/spec/BPMN/20100524/MODEL\":", "");
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    private record Collector(List<SAXParseException> violations) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {
            if (violations.size() <= Findings.MAX) {
                violations.add(e);
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
