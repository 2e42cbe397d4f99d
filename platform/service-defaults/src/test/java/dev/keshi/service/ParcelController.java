package dev.keshi.service;

import com.mongodb.MongoTimeoutException;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.security.Caller;
import dev.keshi.shelf.Shelf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/test/v1")
class ParcelController {

    enum Kind {
        LETTER,
        BOX
    }

    record Line(@NotBlank String name, @Max(10) int count) {}

    record PackRequest(
            @NotBlank @Size(min = 2, max = 5) String name,
            @Nullable Integer grams,
            @Nullable Boolean fragile,
            @Nullable Kind kind,
            @Nullable Instant due,
            @Nullable LocalDate day,
            @Nullable List<@Valid Line> lines,
            @Nullable Object anything) {}

    record ParcelView(String id, String name, String actor, String key) {}

    private final AtomicInteger packed = new AtomicInteger();

    int packed() {
        return packed.get();
    }

    @PostMapping("/parcels")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ParcelView> pack(@Valid @RequestBody PackRequest request, CommandContext context) {
        if ("sealed".equals(request.name())) {
            throw new ParcelProblem.Sealed("P1");
        }
        if (request.grams() != null && request.grams() > 500) {
            throw new ParcelProblem.TooHeavy(request.grams());
        }
        var id = "p" + packed.incrementAndGet();
        var view = new ParcelView(
                id, request.name(), context.actor(), context.key().orElse("none"));
        return Replies.created("/api/test/v1/parcels/" + id, new Versioned<>(id, 1, view), view);
    }

    @PostMapping("/parcels/secret")
    ResponseEntity<ParcelView> packSecretly(CommandContext context) {
        var view = new ParcelView("p" + packed.incrementAndGet(), "secret", context.actor(), "none");
        return ResponseEntity.ok().header(Replies.TOLD_ONCE, "true").body(view);
    }

    @PutMapping("/parcels/{id}")
    ResponseEntity<Void> change(@PathVariable String id, @RequiresIfMatch CommandContext context) {
        var seen = context.expectedVersion().orElseThrow();
        switch (id) {
            case "missing" -> throw new AggregateFailure.NotFound(id);
            case "exists" -> throw new AggregateFailure.AlreadyExists(id);
            case "contended" -> throw new AggregateFailure.Contended(id);
            case "large" ->
                throw new AggregateFailure.EventTooLarge(id, "keshi.parcel.packed.v1", 1_000_001, 1_000_000);
            case "full" -> throw new AggregateFailure.OutboxFull(id, 100);
            case "store" -> throw new IllegalStateException(new MongoTimeoutException("no server"));
            case "broken" -> throw new IllegalStateException("secret of the inside");
            default -> {
                if (seen != 3) {
                    throw new AggregateFailure.Stale(id, seen, 3);
                }
            }
        }
        return Replies.done(seen + 1);
    }

    @GetMapping("/parcels")
    Page<Integer> list(Paging paging, @RequestParam(required = false) @Nullable String colour) {
        var from = paging.after().map(Position::number).orElse(0L).intValue();
        var found = IntStream.rangeClosed(from + 1, Math.min(45, from + paging.limit() + 1))
                .boxed()
                .toList();
        return paging.page(found, number -> Position.of(number, "id" + number));
    }

    @GetMapping("/parcels/{id}")
    ResponseEntity<String> parcel(@PathVariable int id) {
        return Replies.ok(7, "parcel " + id);
    }

    @GetMapping("/labels")
    int labels(@RequestParam Set<String> label) {
        return label.size();
    }

    @GetMapping("/search")
    String search(@RequestParam @Size(min = 2, max = 9) String text) {
        return text;
    }

    record Measures(
            @Nullable Integer length,
            @Nullable @Max(10) Integer width,
            @Nullable Kind kind) {}

    @GetMapping("/shelves")
    Measures shelves(@Valid @ModelAttribute @ParameterObject Measures measures) {
        return measures;
    }

    /** As controllers make ids of text. */
    @GetMapping("/shelf")
    String shelf(@RequestParam String name, @RequestParam(defaultValue = "false") boolean inside) {
        return inside
                ? Shelf.Shelves.ofNothing().name()
                : Optional.of(name).map(Shelf::new).orElseThrow().name();
    }

    @GetMapping("/typed-shelf")
    String typedShelf(@RequestParam Shelf name) {
        return name.name();
    }

    @GetMapping("/kinds")
    Set<Kind> kinds(@RequestParam Set<Kind> kind) {
        return kind;
    }

    @GetMapping("/me")
    Caller me(Caller caller) {
        return caller;
    }

    @GetMapping("/secret")
    @PreAuthorize("hasRole('HR')")
    String secret() {
        return "for HR";
    }

    @PostMapping("/count")
    String count(InputStream body) throws IOException {
        packed.incrementAndGet();
        return "bytes " + body.readAllBytes().length;
    }

    @PostMapping("/files")
    String file(@RequestParam MultipartFile file) {
        packed.incrementAndGet();
        return "file " + file.getSize();
    }
}
