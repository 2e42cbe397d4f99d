package dev.keshi.workflow.definition;

import java.nio.charset.StandardCharsets;

/** BPMN documents for tests, short enough to read. */
public final class ProcessXml {

    /** Lines before the first line of the body. */
    public static final int HEAD = 2;

    /** The body of a process that can be executed: one task {@code t}, then the end {@code e}. */
    public static final String GOOD = start("t") + task("t", "manager") + flow("t", "e") + end("e");

    private ProcessXml() {}

    /** A document with one executable process {@code p}; the body begins on line 3. */
    public static byte[] process(String body) {
        return document("<process id=\"p\" isExecutable=\"true\">\n" + body + "\n</process>");
    }

    /** A document with these root elements; they begin on line 2. */
    public static byte[] document(String roots) {
        return ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns:keshi=\"https://keshi.dev/bpmn/1.0\""
                        + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
                        + " xmlns:flowable=\"http://flowable.org/bpmn\""
                        + " xmlns:tool=\"https://tool.example/meta\""
                        + " targetNamespace=\"test\">\n" + roots + "\n</definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String start(String next) {
        return "<startEvent id=\"start\"/>" + flow("start", next);
    }

    public static String end(String id) {
        return "<endEvent id=\"" + id + "\"/>";
    }

    /** An end event with these extension elements. */
    public static String end(String id, String extensions) {
        return "<endEvent id=\"" + id + "\"><extensionElements>" + extensions + "</extensionElements></endEvent>";
    }

    /** Work that is given at an end event, due after two days. */
    public static String work(String id, String owner) {
        return "<keshi:work id=\"" + id + "\" name=\"做" + id + "\" owner=\"" + owner + "\" dueInDays=\"2\"/>";
    }

    public static String task(String id, String approver) {
        return "<userTask id=\"" + id + "\" name=\"" + id + "\" keshi:approver=\"" + approver + "\"/>";
    }

    public static String flow(String from, String to) {
        return "<sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    public static String flow(String from, String to, String condition) {
        return "<sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\"><conditionExpression xsi:type=\"tFormalExpression\">" + condition
                + "</conditionExpression></sequenceFlow>";
    }
}
