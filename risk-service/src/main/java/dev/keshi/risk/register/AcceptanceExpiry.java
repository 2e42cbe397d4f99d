package dev.keshi.risk.register;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;

/** Ends acceptances whose last day has passed. To end one that was ended before changes nothing. */
final class AcceptanceExpiry implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoRisks risks;
    private final EnterpriseTime time;

    AcceptanceExpiry(MongoRisks risks, EnterpriseTime time) {
        this.risks = risks;
        this.time = time;
    }

    @Override
    public String name() {
        return "acceptances";
    }

    @Override
    public String doPart(String after) {
        var over = risks.acceptedUntilBefore(time.today(), after, AT_ONCE);
        each(over, RiskId::value, this::expire);
        return over.size() < AT_ONCE ? DONE : over.getLast().value();
    }

    private void expire(RiskId id) {
        var context = CommandContext.of("system:acceptances");
        var stamp = new Stamp(context.actor(), time.now().truncatedTo(ChronoUnit.MILLIS), time.today());
        var unused = risks.change(id, context, risk -> risk.expireAcceptance(stamp));
    }
}
