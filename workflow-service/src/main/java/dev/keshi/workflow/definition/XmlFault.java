package dev.keshi.workflow.definition;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Why a text is not well-formed XML, in our words. The parser gives its reasons as sentences, in the language of the
 * machine, and nothing else; so each fault knows small examples, and a reason is recognised by being what the parser says
 * of one of them, names aside.
 */
enum XmlFault {
    EMPTY("文件是空的", "the document is empty", "", " "),
    NOT_A_TAG("文件不以标记开头", "it does not begin with a tag", "x"),
    CUT_OFF("文件结束时还有元素没有结束", "it ends before all its elements are closed", "<a>", "<a"),
    WRONG_END_TAG("结束标记与开始标记不配对", "an end tag does not fit the start tag", "<a></b>"),
    NO_QUOTES("属性值没有加引号", "the value of an attribute stands without quotation marks", "<a b=1/>"),
    LESS_THAN("内容里的 < 要写成 &lt;", "a < in a text must be written &lt;", "<a>x < 3</a>", "<a b='x < 3'/>"),
    AMPERSAND("内容里的 & 要写成 &amp;", "a & in a text must be written &amp;", "<a>x & y</a>", "<a>&x y</a>"),
    UNKNOWN_ENTITY("引用了没有定义的实体", "it refers to an entity that is not defined", "<a>&x;</a>"),
    SEVERAL_ROOTS("根元素之后还有内容", "something follows the root element", "<a/><b/>", "<a/>x"),
    UNKNOWN_PREFIX("使用的前缀没有用 xmlns 声明", "a prefix is used that no xmlns declares", "<p:a/>", "<a p:b='1'/>"),
    ATTRIBUTE_TWICE("同一个属性写了两次", "an attribute is given twice", "<a b='1' b='2'/>"),
    FORBIDDEN_CHARACTER("含有 XML 不允许的字符", "it holds a character that XML does not allow", "<a>\u0001</a>"),
    OTHER("从此处起无法读取", "it cannot be read from here on");

    private static final Map<String, XmlFault> BY_REASON = Arrays.stream(values())
            .flatMap(fault -> fault.examples.stream().map(example -> Map.entry(shape(reason(example)), fault)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private static final int MAX_LENGTH = 300;

    final String zh;
    final String en;
    private final List<String> examples;

    XmlFault(String zh, String en, String... examples) {
        this.zh = zh;
        this.en = en;
        this.examples = List.of(examples);
    }

    static XmlFault of(XMLStreamException failure) {
        return BY_REASON.getOrDefault(shape(reason(failure)), OTHER);
    }

    /** The parser's own words, without the place. */
    static String reason(XMLStreamException failure) {
        var message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        int start = message.indexOf("Message: ");
        var text = start < 0 ? message : message.substring(start + "Message: ".length());
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }

    private static String reason(String example) {
        try {
            var bytes = example.getBytes(StandardCharsets.UTF_8);
            var reader = SecureXmlReader.inputFactory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException expected) {
            return reason(expected);
        }
        throw new IllegalStateException("This is XML after all: " + example);
    }

    /** Without the names, which stand in quotation marks or behind the address of a rule. */
    private static String shape(String reason) {
        return reason.replaceAll("\"[^\"]*\"", "").replaceAll("\\?.*", "").replaceAll("0x[0-9A-Fa-f]+", "");
    }
}
