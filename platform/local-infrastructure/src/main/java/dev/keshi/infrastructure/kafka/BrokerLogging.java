package dev.keshi.infrastructure.kafka;

/** How the broker logs: warnings and its own start and end, to standard output, which is the log file. */
final class BrokerLogging {

    static final String TEXT = """
            status=error
            rootLogger.level=warn
            rootLogger.appenderRef.out.ref=out
            logger.server.name=kafka.server.KafkaRaftServer
            logger.server.level=info
            logger.lifecycle.name=org.apache.kafka.server.BrokerLifecycleManager
            logger.lifecycle.level=info
            appender.out.type=Console
            appender.out.name=out
            appender.out.layout.type=PatternLayout
            appender.out.layout.pattern=%d{ISO8601} %-5p %c{1} - %m%n
            """;

    private BrokerLogging() {}
}
