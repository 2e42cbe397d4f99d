package dev.keshi.risk.matrix.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.risk.matrix.MatrixProblem;
import dev.keshi.risk.matrix.MatrixQueries;
import dev.keshi.risk.matrix.MatrixService;
import dev.keshi.risk.matrix.MatrixView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Matrices: administrators release them, everybody may know by what scale risks are judged. */
@RestController
@RequestMapping("/api/risk/v1/matrices")
class MatrixController {

    private static final String PATH = "/api/risk/v1/matrices/";

    private final MatrixService matrices;
    private final MatrixQueries queries;

    MatrixController(MatrixService matrices, MatrixQueries queries) {
        this.matrices = matrices;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<MatrixView> list(Paging paging) {
        return queries.list(paging);
    }

    @GetMapping("/current")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<MatrixView> current() {
        var matrix = queries.current();
        return Replies.ok(matrix, matrix.state());
    }

    @GetMapping("/{version}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<MatrixView> find(@PathVariable int version) {
        var matrix = queries.find(version).orElseThrow(() -> new MatrixProblem.Unknown(version));
        return Replies.ok(matrix, matrix.state());
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MatrixView> release(CommandContext context, @Valid @RequestBody ReleaseMatrixRequest request) {
        var released = matrices.release(context, request.toMatrix(), request.follows());
        return Replies.created(PATH + released.state().version(), released, released.state());
    }
}
