package dev.keshi.workflow.definition;

import java.util.Locale;

/** What can be wrong with a BPMN document; {@link #text()} is stable and what clients see. */
public enum DeploymentErrorCode {
    TOO_LARGE("文件超过 1 MB", "The document is larger than 1 MB"),
    NOT_XML("不是格式正确的 XML：%s", "Not well-formed XML: %s"),
    WRONG_ENCODING("不是 UTF-8 编码，XML 声明中也没有写明其他编码", "Not UTF-8, and the XML declaration names no other encoding"),
    DOCTYPE_NOT_ALLOWED("不允许 DOCTYPE 和外部实体", "A DOCTYPE or external entity is not allowed"),
    NESTED_TOO_DEEP("元素嵌套超过 %s 层", "Elements are nested more than %s deep"),
    NOT_BPMN("根元素应为 BPMN 2.0 的 definitions，实际为 %s", "The root must be definitions of BPMN 2.0 but is %s"),
    SCHEMA_VIOLATION("不符合 BPMN 2.0 模式：%s", "Not valid against the BPMN 2.0 schema: %s"),
    TOO_MANY_ERRORS("错误太多，只列出前 %s 个", "Too many errors; only the first %s are listed"),
    NO_PROCESS("文件中没有流程", "The document has no process"),
    NO_EXECUTABLE_PROCESS(
            "没有可执行的流程：请将一个流程的 isExecutable 设为 true",
            "No process is executable: set isExecutable of one process to true"),
    SEVERAL_EXECUTABLE_PROCESSES("文件中有多个可执行的流程：%s", "The document has several executable processes: %s"),
    MISSING_ID("元素没有 id", "The element has no id"),
    ID_TOO_LONG("流程的 id 超过 %s 个字符", "The id of the process is longer than %s characters"),
    DUPLICATE_ID("id %s 重复，第一次出现在第 %s 行", "The id %s is used twice, first in line %s"),
    DANGLING_REFERENCE("%s 引用的元素 %s 不存在或类型不符", "%s refers to %s, which does not exist or is of another kind"),
    NOT_EXECUTED("不执行 %s", "%s is not executed"),
    ATTRIBUTE_NOT_EXECUTED("不执行属性 %s=\"%s\"", "The attribute %s=\"%s\" is not executed"),
    FOREIGN_EXTENSION(
            "其他产品的扩展 %s 会影响执行，不支持",
            "%s is an extension of another product that would change the execution; it is not supported"),
    UNKNOWN_KESHI_EXTENSION("此处没有这个科室扩展：%s", "There is no such Keshi extension here: %s"),
    NO_START("流程没有开始事件", "The process has no start event"),
    SEVERAL_STARTS("流程有多个开始事件：%s", "The process has several start events: %s"),
    NO_END("流程没有结束事件", "The process has no end event"),
    UNREACHABLE("从开始事件无法到达此步骤", "The step cannot be reached from the start event"),
    DEAD_END("步骤没有流出的顺序流", "The step has no outgoing sequence flow"),
    FLOW_INTO_START("开始事件不能有流入的顺序流", "A start event cannot have an incoming sequence flow"),
    FLOW_OUT_OF_END("结束事件不能有流出的顺序流", "An end event cannot have an outgoing sequence flow"),
    NO_USABLE_CONDITION(
            "排他网关的这些流出既没有条件也不是默认流：%s",
            "These flows out of the exclusive gateway have no condition and none is its default: %s"),
    CONDITION_NOT_EXECUTED("只有排他网关流出的顺序流可以有条件", "Only a flow that leaves an exclusive gateway may have a condition"),
    CONDITION_ON_DEFAULT("默认流不能有条件", "A default flow cannot have a condition"),
    DEFAULT_NOT_EXECUTED("只有排他网关可以有默认流", "Only an exclusive gateway may have a default flow"),
    CONDITION_LANGUAGE("条件语言应为 FEEL，实际为 %s", "The language of a condition must be FEEL but is %s"),
    CONDITION_INVALID("%s", "%s"),
    TOO_MANY_CONDITIONS("文件中的条件超过 %s 个", "The document has more than %s conditions"),
    CONDITION_UNKNOWN_VARIABLE("条件使用了未声明的变量 %s", "The condition reads the variable %s, which no field declares"),
    APPROVER_MISSING(
            "没有说明审批人：请设置 keshi:approver，或把任务放入泳道",
            "It does not say who approves: set keshi:approver or put the task into a lane"),
    APPROVER_INVALID("%s=\"%s\" 不是有效值", "%s=\"%s\" is not valid"),
    FIELD_INVALID("表单字段无效：%s", "The form field is not valid: %s"),
    WORK_INVALID("审批通过后的工作事项无效：%s", "The work that an approved request gives is not valid: %s"),
    TOO_MUCH_WORK(
            "审批通过后的工作事项太多：一个结束事件最多 %s 项，一个流程最多 %s 项",
            "An approved request would give too much work: at most %s at one end event and %s in one process");

    private final String zh;
    private final String en;

    DeploymentErrorCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String zh(Object... details) {
        return zh.formatted(details);
    }

    String en(Object... details) {
        return en.formatted(details);
    }
}
