package dev.keshi.benchmarks.modulith;

import org.springframework.modulith.events.Externalized;

/** The same fields as Keshi's event, keyed by the aggregate. */
@Externalized(PositionRevised.TOPIC + "::#{positionId()}")
public record PositionRevised(String positionId, String title, int headcount) {

    static final String TOPIC = "bench.modulith.v1";
}
