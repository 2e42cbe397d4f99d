package dev.keshi.workflow.definition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * How an element violates the BPMN schema, in our words. The validator's messages begin with the name of a rule of XML
 * Schema and hold names and values in quotation marks; the sentence around them, and their order, depend on the language of
 * the machine.
 */
enum SchemaFault {
    ELEMENT_NOT_ALLOWED("cvc-complex-type.2.4.[ace-z]", "元素 %1$s 不能出现在此处", "the element %1$s is not allowed here"),
    NOTHING_ALLOWED("cvc-complex-type.2.4.d", "此处不能再有元素 %1$s", "there must be no element %1$s here"),
    CONTENT_MISSING("cvc-complex-type.2.4.b", "元素 %2$s 的内容不完整", "the content of the element %2$s is not complete"),
    TEXT_NOT_ALLOWED("cvc-complex-type.2.3", "元素 %2$s 中不能直接写文字", "the element %2$s must not hold text"),
    ATTRIBUTE_NOT_ALLOWED("cvc-complex-type.3.2.2", "元素 %1$s 没有属性 %2$s", "the element %1$s has no attribute %2$s"),
    ATTRIBUTE_MISSING("cvc-complex-type.4", "元素 %1$s 缺少属性 %2$s", "the element %1$s lacks the attribute %2$s"),
    ATTRIBUTE_VALUE(
            "cvc-attribute.3", "元素 %1$s 的属性 %2$s 的值无效", "the attribute %2$s of the element %1$s has no valid value"),
    ELEMENT_VALUE("cvc-type.3.1.3", "元素 %1$s 的内容无效", "the content of the element %1$s is not valid"),
    TYPE("cvc-elt.4.2", "元素 %1$s 的 xsi:type 无效", "the xsi:type of the element %1$s is not valid"),
    OTHER("", "元素 %1$s", "the element %1$s");

    /** Rules for a value wherever it stands; the violation behind it says where. */
    private static final Pattern OF_A_VALUE = Pattern.compile("cvc-[a-zA-Z]+-valid[.:].*");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final Pattern message;
    private final String zh;
    private final String en;

    SchemaFault(String rule, String zh, String en) {
        this.message = Pattern.compile(rule + ":.*");
        this.zh = zh;
        this.en = en;
    }

    static boolean isOfAValue(String message) {
        return OF_A_VALUE.matcher(message).matches();
    }

    static SchemaFault of(String message) {
        return Arrays.stream(values())
                .filter(fault -> fault.message.matcher(message).matches())
                .findFirst()
                .orElse(OTHER);
    }

    /** @param element the one that the validator stood at */
    Words words(String message, Element element, String parserMessage) {
        var code = DeploymentErrorCode.SCHEMA_VIOLATION;
        var name = name(
                QUOTED.matcher(message).results().map(found -> found.group(1)).toList(), element);
        return new Words(
                code.zh(zh.formatted(element.getNodeName(), name)),
                code.en(en.formatted(element.getNodeName(), name)),
                parserMessage);
    }

    private String name(List<String> quoted, Element element) {
        return switch (this) {
            case CONTENT_MISSING, TEXT_NOT_ALLOWED ->
                quoted.stream().findFirst().orElse(element.getNodeName());
            case ATTRIBUTE_NOT_ALLOWED ->
                quoted.stream().filter(element::hasAttribute).findFirst().orElse("");
            case ATTRIBUTE_VALUE ->
                quoted.stream()
                        .filter(name -> element.hasAttribute(name) && quoted.contains(element.getAttribute(name)))
                        .findFirst()
                        .orElse("");
            case ATTRIBUTE_MISSING ->
                quoted.stream()
                        .filter(name -> !name.equals(element.getNodeName()))
                        .findFirst()
                        .orElse("");
            case ELEMENT_NOT_ALLOWED, NOTHING_ALLOWED, ELEMENT_VALUE, TYPE, OTHER -> "";
        };
    }
}
