package dev.keshi.performance.cycle.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.cycle.CycleProblem;
import dev.keshi.performance.cycle.RatingId;
import dev.keshi.performance.cycle.RatingQueries;
import dev.keshi.performance.cycle.RatingService;
import dev.keshi.performance.cycle.RatingStatus;
import dev.keshi.performance.cycle.RatingView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ratings: everybody sees those that the caller is asked to give, and no others. */
@RestController
@RequestMapping("/api/performance/v1/ratings")
class RatingController {

    private final RatingService ratings;
    private final RatingQueries queries;

    RatingController(RatingService ratings, RatingQueries queries) {
        this.ratings = ratings;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    Page<RatingView> mine(@RequestParam @Nullable RatingStatus status, Caller caller, Paging paging) {
        return queries.mine(caller.id(), Optional.ofNullable(status), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RatingView> find(@PathVariable RatingId id, Caller caller) {
        var rating = queries.find(id, caller.id()).orElseThrow(() -> new CycleProblem.UnknownRating(id));
        return Replies.ok(rating, rating.state());
    }

    @PostMapping("/{id}/give")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RatingView> give(
            @PathVariable RatingId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody CycleRequests.GiveRating request) {
        var given = ratings.give(context, id, caller.id(), request.sheet());
        return Replies.ok(given, given.state());
    }
}
