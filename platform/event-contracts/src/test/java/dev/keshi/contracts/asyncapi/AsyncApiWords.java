package dev.keshi.contracts.asyncapi;

import dev.keshi.contracts.EventDescriptor;
import dev.keshi.contracts.Topics;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the document tells a newcomer, in English and in Chinese. */
final class AsyncApiWords {

    static final String LOCAL_SERVER = """
            The broker that ./keshi up brings along. It asks for no password and listens on this machine only.

            `./keshi up` 自带的消息代理，无需密码，只在本机监听。""";

    static final String ENTERPRISE_SERVER = """
            The Kafka cluster of the enterprise. Whoever runs it gives you the address and a user that may read the topics and commit offsets in its own group.

            企业的 Kafka 集群。地址以及可读取主题、可在自己的消费组提交位移的用户由集群管理者提供。""";

    static final String SCRAM = """
            User and password of the subscriber (SASL/SCRAM-SHA-512) over TLS.

            订阅者的用户名与密码（SASL/SCRAM-SHA-512，经 TLS）。""";

    static final String SAME_EVENT = """
            Two records with the same ce_id are one event: delivered again after a failure, read again after offsets were set back, or replayed from the archive. \
            Whatever the event causes outside must happen once per ce_id. Events of one command share the trace id in ce_traceparent.

            ce_id 相同的两条记录是同一事件：故障后重新投递、位移回拨后再次读取，或从归档重放。对外的动作须按 ce_id 只做一次。同一命令引起的事件在 \
            ce_traceparent 中有相同的追踪标识。""";

    static final String GROUP =
            "A group of your own, named for the subscriber, for example erp. Names of Keshi's services are taken.";

    static final Operation PUBLISH =
            new Operation("Keshi publishes", "Keshi sends these events; nobody else writes to the topic.", """
            Events of one key are sent in the order of ce_sequence, each after it was acknowledged by all replicas in sync.

            同一键的事件按 ce_sequence 的顺序发送，得到全部同步副本确认为止。其他任何人都不写入该主题。""");

    static final Operation RECEIVE =
            new Operation("You receive", "A subscriber reads these events in a consumer group of its own.", """
            Delivery is at least once and, per key, in order. Ignore fields you do not know; lay a type aside that you do not know, do not stop. Apply an event if \
            its ce_sequence is greater than the last of its key (in the same ce_epoch), and commit offsets afterwards.

            至少投递一次，同一键内有序。忽略不认识的字段；遇到不认识的类型应搁置而不是停止。在同一 ce_epoch 中 ce_sequence 大于该键上次的序号才处理，\
            处理之后再提交位移。""");

    private static final String ABOUT = """
            What happens in Keshi, as CloudEvents 1.0 on Apache Kafka in binary mode: the attributes are headers, the value is JSON. Each topic belongs to one \
            service (keshi.operations.v1 to all); the record key is the id of the aggregate that changed, and events of one key are in order. Within v1 a type only gains optional fields. \
            Personal text is encrypted with a key of the person and is read over the HTTP API. The JSON Schema of a type (2020-12) and an example are at \
            /events/schemas/{type}.json and /events/examples/{type}.json of the gateway.

            Keshi 中发生的事，以 Apache Kafka 上的 CloudEvents 1.0（二进制模式）发布：属性在消息头中，消息值为 JSON。每个主题属于一个服务（keshi.operations.v1 属于所有服务）；记录键是发生变化的聚合的标识，同一键内有序。\
            v1 之内只会增加可选字段。个人信息以其本人的密钥加密，请通过 HTTP 接口读取。各类型的 JSON Schema（2020-12）与示例见网关的 /events/schemas/{type}.json 和 /events/examples/{type}.json。""";

    private AsyncApiWords() {}

    static ObjectNode info(List<String> owners) {
        var info = JsonNodeFactory.instance
                .objectNode()
                .put("title", "Keshi events")
                .put("version", "v1")
                .put("description", ABOUT);
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        var tags = info.putArray("tags");
        owners.forEach(owner -> tags.addObject().put("name", owner).put("description", publisher(owner)));
        return info;
    }

    static String topic(Topics.Layout topic) {
        return topic.compacted() ? """
                        Only the newest event of each key is kept, without a time limit: read it from the beginning, and do not expect every ce_sequence.

                        每个键只保留最新事件，没有期限：请从头读取，ce_sequence 不会逐一出现。""" : """
                        Kafka keeps every event for 30 days, the archive for ever: GET /api/reporting/v1/events finds what is older. Per key there is no gap in ce_sequence.

                        Kafka 保留 30 天，归档永久保留：更早的事件可由 GET /api/reporting/v1/events 查询。同一键内 ce_sequence 没有间断。""";
    }

    /** {@code Department moved} for {@code keshi.org.department-moved.v1}. */
    static String title(EventDescriptor event) {
        var words = event.type().split("\\.")[2].replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String message(EventDescriptor event, ObjectNode schema) {
        return "%s\n\n%s Its key is %s, so all events of one %s are in order. Since %s.\n\n%s"
                .formatted(
                        event.en(),
                        publisher(event.owner()),
                        event.key(),
                        event.aggregate(),
                        schema.path("x-since").asString(),
                        event.zh());
    }

    private static String publisher(String owner) {
        return owner.equals("operations") ? "Published by every service." : "Published by " + owner + "-service.";
    }

    record Operation(String title, String summary, String description) {}
}
