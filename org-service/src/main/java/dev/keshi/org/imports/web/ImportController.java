package dev.keshi.org.imports.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.org.imports.ImportProblem;
import dev.keshi.org.imports.ImportQueries;
import dev.keshi.org.imports.ImportService;
import dev.keshi.org.imports.ImportView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.security.Caller;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports: CSV files as parts {@code departments}, {@code positions} and {@code people} of a multipart body, any of them, or
 * one as a plain body with {@code ?table=}. They are answered when they have been checked as a whole.
 */
@RestController
@RequestMapping("/api/org/v1/imports")
@PreAuthorize("hasAnyRole('ADMIN', 'HR')")
class ImportController {

    private final ImportService imports;
    private final ImportQueries queries;

    ImportController(ImportService imports, ImportQueries queries) {
        this.imports = imports;
        this.queries = queries;
    }

    @CsvUploads
    @PostMapping(consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "text/csv"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ImportView> submit(
            HttpServletRequest request, CommandContext context, Caller caller, @RequestParam @Nullable String table)
            throws IOException, ServletException {
        try (var uploads = Uploads.of(request, table)) {
            var accepted = imports.submit(context, uploads.files(), caller.roles());
            return Replies.accepted("/api/org/v1/imports/" + accepted.id(), accepted);
        }
    }

    /** Checks the same and writes nothing. */
    @CsvUploads
    @PostMapping(
            path = "/check",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "text/csv"})
    ImportService.Summary check(HttpServletRequest request, Caller caller, @RequestParam @Nullable String table)
            throws IOException, ServletException {
        try (var uploads = Uploads.of(request, table)) {
            return imports.check(uploads.files(), caller.roles());
        }
    }

    @GetMapping
    List<ImportView> latest() {
        return queries.latest();
    }

    @GetMapping("/{id}")
    ImportView find(@PathVariable String id) {
        return queries.find(id).orElseThrow(ImportProblem.Unknown::new);
    }
}
