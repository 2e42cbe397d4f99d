package dev.keshi.messaging.consumer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every handler of the service. */
record Subscriptions(List<Subscription> all) {

    /** @throws IllegalStateException when two have one name: their dead letters could not be told apart */
    Subscriptions {
        all = List.copyOf(all);
        if (all.stream().map(Subscription::name).distinct().count() < all.size()) {
            throw new IllegalStateException("Two event handlers have one name: "
                    + all.stream().map(Subscription::name).sorted().toList());
        }
    }

    static Subscriptions of(List<EventHandlers> handlers) {
        return new Subscriptions(
                handlers.stream().flatMap(some -> some.subscriptions().stream()).toList());
    }

    Optional<Subscription> named(String name) {
        return all.stream()
                .filter(subscription -> subscription.name().equals(name))
                .findFirst();
    }

    Set<String> topics() {
        return all.stream()
                .flatMap(subscription -> subscription.topics().stream())
                .collect(Collectors.toSet());
    }

    /** Topics whose events must be of a known type. */
    Set<String> topicsToRead() {
        return all.stream()
                .filter(Subscription::reads)
                .flatMap(subscription -> subscription.topics().stream())
                .collect(Collectors.toSet());
    }
}
