package dev.keshi.gateway.limit;

import dev.keshi.gateway.problem.ProblemReplies;
import dev.keshi.service.problem.CommonProblem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What needs no login may be asked for so many times a minute from one address: 429. Nobody is known by name there, so whoever shares an
 * address shares its number; of IPv6 the first 64 bits count, because one may choose the others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class OpenLimit implements WebFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int NETWORK_BYTES = 8;

    /** So that nobody fills the memory with addresses; past it, new ones wait for the next minute. */
    private static final int MOST_ADDRESSES = 100_000;

    private final Map<String, Integer> asked = new HashMap<>();
    private final int limit;
    private final ProblemReplies replies;
    private long minute;

    OpenLimit(LimitSettings settings, ProblemReplies replies) {
        this.limit = settings.openRequestsPerMinute();
        this.replies = replies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!OpenAddresses.include(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        long now = System.nanoTime();
        if (isOne(addressOf(exchange), now / MINUTE.toNanos())) {
            return chain.filter(exchange);
        }
        var left = Duration.ofNanos(MINUTE.toNanos() - Math.floorMod(now, MINUTE.toNanos()));
        return replies.write(exchange, CommonProblem.tooManyRequests().retryAfter(left.plusSeconds(1)));
    }

    private synchronized boolean isOne(String address, long thisMinute) {
        if (minute != thisMinute) {
            minute = thisMinute;
            asked.clear();
        }
        if (asked.size() >= MOST_ADDRESSES && !asked.containsKey(address)) {
            return false;
        }
        return asked.merge(address, 1, Integer::sum) <= limit;
    }

    private static String addressOf(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(OpenLimit::network)
                .orElse("");
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return Base64.getEncoder()
                .encodeToString(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
