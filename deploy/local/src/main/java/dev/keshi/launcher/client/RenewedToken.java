package dev.keshi.launcher.client;

import java.time.Duration;
import java.util.function.Supplier;

/** A token that is fetched anew some time before it ends. */
final class RenewedToken implements Supplier<String> {

    private static final Duration GOOD_FOR = Duration.ofMinutes(7);

    private final Supplier<String> source;
    private String token = "";
    private long fetched;

    RenewedToken(Supplier<String> source) {
        this.source = source;
    }

    @Override
    public synchronized String get() {
        if (token.isEmpty() || System.nanoTime() - fetched > GOOD_FOR.toNanos()) {
            token = source.get();
            fetched = System.nanoTime();
        }
        return token;
    }
}
