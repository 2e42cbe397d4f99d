package dev.keshi.service.command;

import dev.keshi.messaging.Versioned;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Answers that carry the revision as {@code ETag}. The forms with a number are for resources that have a revision of
 * their own inside a larger aggregate, such as a task.
 */
public final class Replies {

    /**
     * Marks an answer that holds a secret. It is never kept for a repetition of the request, which is carried out again or
     * finds its effect; the handler says which.
     */
    public static final String TOLD_ONCE = "Keshi-Told-Once";

    private Replies() {}

    public static <T> ResponseEntity<T> ok(Versioned<?> versioned, T view) {
        return ok(versioned.version(), view);
    }

    public static <T> ResponseEntity<T> ok(long revision, T view) {
        return ResponseEntity.ok().eTag(Revision.tag(revision)).body(view);
    }

    /**
     * Of a resource that shows what changes without a revision, such as what the service itself has done about it. The tag says all that is shown, so
     * that whoever asks whether something is new ({@code If-None-Match}) is told; as {@code If-Match} it means its revision.
     *
     * @param view a record, all the way down, whose maps are in order
     */
    public static <T extends Record> ResponseEntity<T> shown(long revision, T view) {
        return ResponseEntity.ok().eTag(Revision.tag(revision, view)).body(view);
    }

    /** @param location path of the new resource as the gateway shows it, for example {@code /api/org/v1/people/7} */
    public static <T> ResponseEntity<T> created(String location, Versioned<?> versioned, T view) {
        return created(location, versioned.version(), view);
    }

    public static <T> ResponseEntity<T> created(String location, long revision, T view) {
        return ResponseEntity.created(URI.create(location))
                .eTag(Revision.tag(revision))
                .body(view);
    }

    /** The same of a new resource as {@link #shown}. */
    public static <T extends Record> ResponseEntity<T> createdShown(String location, long revision, T view) {
        return ResponseEntity.created(URI.create(location))
                .eTag(Revision.tag(revision, view))
                .body(view);
    }

    /** Done, nothing to show but the new revision. */
    public static ResponseEntity<Void> done(long revision) {
        return ResponseEntity.noContent().eTag(Revision.tag(revision)).build();
    }

    /** Long work: 202 with the address of the job that reports progress. */
    public static <T> ResponseEntity<T> accepted(String jobLocation, T job) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(jobLocation))
                .body(job);
    }
}
