package dev.keshi.launcher.history;

import dev.keshi.launcher.demo.Accounts;
import dev.keshi.launcher.demo.DemoRecord;
import dev.keshi.launcher.platform.EnterpriseClock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Makes the quarters that are not there yet, one after the other. Broken off it goes on in the quarter in which it was: all commands of a quarter have
 * the keys of a series, so that those that were carried out are not carried out again.
 */
public final class History {

    /** A year. */
    public static final int QUARTERS = 4;

    /** How long it lasts. */
    public static final int DAYS = QUARTERS * HistoryQuarter.DAYS;

    private final Accounts accounts;
    private final DemoRecord demo;
    private final EnterpriseClock clock;

    public History(Accounts accounts, DemoRecord demo, EnterpriseClock clock) {
        this.accounts = accounts;
        this.demo = demo;
        this.clock = clock;
    }

    /** Told each quarter that was made. */
    public interface Listener {
        void made(int quarter, String figure, Duration took);
    }

    public void make(Listener listener) {
        for (int number = demo.historyQuarters() + 1; number <= QUARTERS; number++) {
            long begin = System.nanoTime();
            LocalDate first = demo.historyBegan(clock.today());
            String figure = new HistoryQuarter(HistoryCast.of(accounts, demo, number), clock, number, first).live();
            demo.rememberHistoryQuarter();
            listener.made(number, figure, Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
