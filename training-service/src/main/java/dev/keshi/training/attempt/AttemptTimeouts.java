package dev.keshi.training.attempt;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;

/** Scores attempts whose time is over as they stand. */
final class AttemptTimeouts implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoAttemptSheets sheets;
    private final AttemptService attempts;
    private final EnterpriseTime time;

    AttemptTimeouts(MongoAttemptSheets sheets, AttemptService attempts, EnterpriseTime time) {
        this.sheets = sheets;
        this.attempts = attempts;
        this.time = time;
    }

    @Override
    public String name() {
        return "attempts";
    }

    @Override
    public String doPart(String after) {
        var over = sheets.runOutBy(time.now(), after, AT_ONCE);
        each(over, AttemptSheetId::value, attempts::expire);
        return over.size() < AT_ONCE ? DONE : over.getLast().value();
    }
}
