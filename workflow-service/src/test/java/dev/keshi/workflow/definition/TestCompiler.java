package dev.keshi.workflow.definition;

import dev.keshi.workflow.condition.ConditionEvaluator;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A compiler for as long as the tests of a class run. */
final class TestCompiler implements AfterAllCallback {

    private final ConditionEvaluator conditions = ConditionEvaluator.withDefaults();
    private final BpmnCompiler compiler = new BpmnCompiler(conditions);

    Compilation compile(byte[] xml) {
        return compiler.compile(xml);
    }

    /** Of a document that is refused. */
    List<DeploymentError> errors(byte[] xml) {
        return ((Compilation.Refused) compile(xml)).errors();
    }

    List<String> codes(byte[] xml) {
        return errors(xml).stream().map(error -> error.code().text()).toList();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        conditions.close();
    }
}
