package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.runner.Competitor.Contestant;
import java.util.List;

/** Who takes part. */
final class Contestants {

    static final Contestant KESHI = new Contestant("keshi", "keshi", "dev.keshi.benchmarks.keshi.Publisher");
    static final Contestant TRANSACTION =
            new Contestant("transaction", "keshi", "dev.keshi.benchmarks.transaction.TransactionalPublisher");
    static final Contestant MODULITH =
            new Contestant("modulith", "modulith", "dev.keshi.benchmarks.modulith.ModulithPublisher");

    /** Beside performance-service: the enterprise, those who rate, and the rival of B8. */
    static final Contestant COMPANION =
            new Contestant("companion", "performance", "dev.keshi.benchmarks.appraisal.Companion");

    /** Beside notification-service: those who have much to do, and what the server says of their queries. */
    static final Contestant OBLIGATIONS =
            new Contestant("obligations", "performance", "dev.keshi.benchmarks.obligation.ObligationCompanion");

    static final List<Contestant> PUBLISHERS = List.of(KESHI, TRANSACTION, MODULITH);

    private Contestants() {}
}
