package dev.keshi.messaging.consumer;

import java.util.List;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What one event leads to, worked out and encoded but not yet written.
 *
 * @param effects in the handler's order
 * @param refusal why it leads to nothing; absent when it does not
 */
record PlannedEffects(
        Incoming source,
        List<OwnedEffect> effects,
        @Nullable Refusal refusal) {

    static PlannedEffects of(Subscription.ToEffects subscription, Incoming source, CodecRegistry codecs) {
        try {
            return new PlannedEffects(
                    source,
                    subscription.handler().apply(source).stream()
                            .map(effect -> OwnedEffect.of(source, effect, codecs))
                            .toList(),
                    null);
        } catch (RuntimeException refused) {
            DeadLetterRules.rethrowIfInfrastructure(refused);
            return new PlannedEffects(source, List.of(), Refusal.byHandler(refused));
        }
    }
}
