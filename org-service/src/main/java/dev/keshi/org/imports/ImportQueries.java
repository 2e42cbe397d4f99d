package dev.keshi.org.imports;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Imports and how far they are. */
@Component
public class ImportQueries {

    private static final int LATEST = 50;

    private final Imports imports;

    ImportQueries(Imports imports) {
        this.imports = imports;
    }

    public Optional<ImportView> find(String id) {
        return imports.find(id).map(ImportDocument::toView);
    }

    /** The newest first, at most 50. */
    public List<ImportView> latest() {
        return imports.latest(LATEST).stream().map(ImportDocument::toView).toList();
    }
}
