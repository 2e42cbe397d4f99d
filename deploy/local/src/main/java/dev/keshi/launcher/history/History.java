package dev.keshi.launcher.history;

import dev.keshi.launcher.demo.DemoEnterprise;
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
    public static final int DAYS = QUARTERS * QuarterDays.COUNT;

    private final DemoEnterprise enterprise;
    private final EnterpriseClock clock;

    public History(DemoEnterprise enterprise, EnterpriseClock clock) {
        this.enterprise = enterprise;
        this.clock = clock;
    }

    /** Told each quarter that was made. */
    public interface Listener {
        void made(int quarter, String figure, Duration took);
    }

    public void make(Listener listener) {
        make(QUARTERS, listener);
    }

    /** @param quarters how many there are to be then */
    public void make(int quarters, Listener listener) {
        var demo = enterprise.demo();
        for (int number = demo.historyQuarters() + 1; number <= quarters; number++) {
            long begin = System.nanoTime();
            LocalDate first = demo.historyBegan(clock.today());
            String figure = new HistoryQuarter(
                            DepartmentCast.of(enterprise, number), clock, new QuarterDays(number, first))
                    .live();
            demo.rememberHistoryQuarter();
            listener.made(number, figure, Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
