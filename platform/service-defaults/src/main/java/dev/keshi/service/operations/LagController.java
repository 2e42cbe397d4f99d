package dev.keshi.service.operations;

import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.consumer.TopicOffsets.Place;
import dev.keshi.service.problem.CommonProblem;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far this service, or any other group of subscribers, is behind the events that it reads. */
@RestController
@RequestMapping("/api/${keshi.api}/v1/operations/lag")
@PreAuthorize("hasRole('ADMIN')")
class LagController {

    private final TopicOffsets offsets;

    LagController(TopicOffsets offsets) {
        this.offsets = offsets;
    }

    /** @param records how many wait in all */
    record Lag(String group, long records, List<TopicLag> topics) {}

    /** @param records how many wait in the topic */
    record TopicLag(String topic, long records, List<PartitionLag> partitions) {}

    /**
     * @param end offset behind the newest record
     * @param read offset behind the last record that was worked through; the beginning of the partition before the first
     */
    record PartitionLag(int partition, long end, long read, long records) {}

    /** @param group whose lag; this service's own when it is left out */
    @GetMapping
    Lag lag(@RequestParam(required = false) @Nullable @Size(min = 1, max = 249) String group) {
        if (group == null) {
            return lagOf(offsets.group(), offsets.ownPlaces());
        }
        var places = offsets.placesOf(group);
        if (places.isEmpty()) {
            throw CommonProblem.notFound().toException();
        }
        return lagOf(group, places);
    }

    private static Lag lagOf(String group, List<Place> places) {
        var topics = places.stream()
                .collect(Collectors.groupingBy(Place::topic, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(topic -> lag(topic.getKey(), topic.getValue()))
                .toList();
        return new Lag(group, topics.stream().mapToLong(TopicLag::records).sum(), topics);
    }

    private static TopicLag lag(String topic, List<Place> places) {
        return new TopicLag(
                topic,
                places.stream().mapToLong(Place::lag).sum(),
                places.stream()
                        .sorted(Comparator.comparingInt(Place::partition))
                        .map(place -> new PartitionLag(
                                place.partition(), place.end(), place.end() - place.lag(), place.lag()))
                        .toList());
    }
}
