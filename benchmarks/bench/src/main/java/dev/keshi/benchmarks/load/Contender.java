package dev.keshi.benchmarks.load;

/**
 * One way to make sure that what was written is told to Kafka. Aggregates are numbered from 0; each write is durable
 * ({@code w:majority, j:true}) when the call returns.
 */
public interface Contender {

    /** Makes aggregates that have told everything they had to tell. */
    void prepare(int aggregates);

    /** Reads the aggregate, changes it and leaves one event to be published. */
    void change(int aggregate);

    /** The same without an event. */
    void changeSilently(int aggregate);

    /** Leaves events to be published while publishing is off; all that was filled in before is forgotten, so each time
     * stands for other aggregates. */
    void fill(int events, int perAggregate);

    /** Begins or stops to publish; when it stops, what waits stays where it is. */
    void publish(boolean on);

    /** Whether nothing waits and nothing that was published has still to be cleaned up. */
    boolean hasDrained();

    /** Work that the application must do by itself so that a backlog is published; most publish by themselves. */
    default void drain() {}
}
