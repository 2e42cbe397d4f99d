package dev.keshi.workflow.definition;

import dev.keshi.workflow.condition.ConditionEvaluator;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Compiles BPMN 2.0 XML. Deploying and validating use this same door: a document is either compiled whole or refused
 * with everything that is wrong with it. At most 1 MB and 64 elements deep, without DTD; nothing outside the document is
 * ever read. Threads may share one compiler.
 */
public final class BpmnCompiler {

    private final SchemaCheck schema = new SchemaCheck();
    private final ConditionEvaluator conditions;

    public BpmnCompiler(ConditionEvaluator conditions) {
        this.conditions = conditions;
    }

    /** Never throws for what the bytes hold. */
    public Compilation compile(byte[] xml) {
        var findings = new Findings();
        var graph = new SecureXmlReader(findings)
                .read(xml)
                .filter(document -> isBpmn(document, findings))
                .flatMap(document -> {
                    schema.check(xml, document, findings);
                    return analyse(document.getDocumentElement(), findings);
                });
        return findings.isEmpty() && graph.isPresent()
                ? new Compilation.Compiled(graph.get())
                : new Compilation.Refused(findings.sorted());
    }

    private Optional<ProcessGraph> analyse(Element root, Findings findings) {
        new DuplicateIds(findings).check(root);
        var choice = ProcessChoice.in(root, findings);
        new ElementCheck(findings, choice.others()).check(root);
        return choice.chosen().flatMap(process -> {
            var drawn = DrawnProcess.read(process, findings);
            new StructureCheck(drawn, findings).check();
            return new GraphBuilder(drawn, findings, new ConditionReading(conditions, findings)).build();
        });
    }

    private static boolean isBpmn(Document document, Findings findings) {
        var root = document.getDocumentElement();
        boolean bpmn = Elements.is(root, Elements.BPMN, "definitions");
        if (!bpmn) {
            findings.add(DeploymentErrorCode.NOT_BPMN, root, "{" + root.getNamespaceURI() + "}" + root.getLocalName());
        }
        return bpmn;
    }
}
