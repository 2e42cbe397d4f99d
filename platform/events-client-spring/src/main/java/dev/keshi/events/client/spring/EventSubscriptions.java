package dev.keshi.events.client.spring;

import dev.keshi.events.client.DeadLetters;
import dev.keshi.events.client.EventSubscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/** The running subscriptions of the application. */
public final class EventSubscriptions implements SmartLifecycle {

    private final List<EventSubscription<?>> subscriptions;
    private final Map<String, Object> kafka;
    private final KeshiEventsSettings settings;
    private final List<SubscriptionContainer<?>> running = new ArrayList<>();

    EventSubscriptions(
            List<EventSubscription<?>> subscriptions, ConsumerFactory<?, ?> kafka, KeshiEventsSettings settings) {
        this.subscriptions = subscriptions;
        this.kafka = new HashMap<>(kafka.getConfigurationProperties());
        this.settings = settings;
        if (settings.deadLetterTopic() != null && subscriptions.size() > 1) {
            throw new IllegalArgumentException(
                    "keshi.events.dead-letter-topic is for one subscription, and there are " + subscriptions.size());
        }
    }

    /** What a subscription has laid aside. */
    public DeadLetters deadLetters(String subscription) {
        return subscriptions.stream()
                .filter(each -> each.name().equals(subscription))
                .findFirst()
                .map(each -> DeadLetters.of(each, kafka, settings.deadLetterTopicOf(subscription)))
                .orElseThrow(() -> new IllegalArgumentException("no subscription " + subscription));
    }

    /**
     * Whether a subscription reads. When nobody stopped it and it does not, an error of the virtual machine (no memory left, say) ended it:
     * that is worth an alarm, and a new start of the process.
     */
    public synchronized boolean isReading(String subscription) {
        return running.stream().anyMatch(each -> each.name().equals(subscription) && each.isReading());
    }

    @Override
    public synchronized void start() {
        if (running.isEmpty()) {
            subscriptions.forEach(subscription -> running.add(SubscriptionContainer.start(
                    subscription, kafka, settings.deadLetterTopicOf(subscription.name()), settings.concurrency())));
        }
    }

    @Override
    public synchronized void stop() {
        running.forEach(SubscriptionContainer::close);
        running.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
