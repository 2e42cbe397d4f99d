package dev.keshi.events.client;

/** Counts; written by the loop, read by anybody. */
final class Tally {

    private volatile EventClient.Figures figures = new EventClient.Figures(0, 0, 0, 0, 0, 0, false, false);

    EventClient.Figures figures() {
        return figures;
    }

    void count(Outcome outcome) {
        var now = figures;
        figures = switch (outcome) {
            case Outcome.Applied _ -> with(now, 1, 0, 0);
            case Outcome.Repeated _ -> with(now, 0, 1, 0);
            case Outcome.Ignored _ -> with(now, 0, 0, 0);
            case Outcome.Unusable _, Outcome.Behind _ -> with(now, 0, 0, 1);
        };
    }

    private static EventClient.Figures with(EventClient.Figures now, int applied, int repeated, int parked) {
        return new EventClient.Figures(
                now.applied() + applied,
                now.repeated() + repeated,
                now.parked() + parked,
                now.parkedKeys(),
                now.partitions(),
                now.lag(),
                false,
                now.ended());
    }

    void stands(int parkedKeys, int partitions, long lag) {
        figures = stands(parkedKeys, partitions, lag, figures.waiting(), false);
    }

    void waiting(boolean waiting) {
        var now = figures;
        figures = stands(now.parkedKeys(), now.partitions(), now.lag(), waiting, now.ended());
    }

    /** It reads nothing any more. */
    void ended() {
        figures = stands(figures.parkedKeys(), 0, 0, false, true);
    }

    private EventClient.Figures stands(int parkedKeys, int partitions, long lag, boolean waiting, boolean ended) {
        var now = figures;
        return new EventClient.Figures(
                now.applied(), now.repeated(), now.parked(), parkedKeys, partitions, lag, waiting, ended);
    }
}
